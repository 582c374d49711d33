# shellcheck shell=bash
# What the benches share.

CONNECTIONS=32

need_wrk() {
  command -v wrk >/dev/null && return
  [[ $EUID == 0 ]] && command -v apt-get >/dev/null ||
    die "the load generator wrk is missing: install the package wrk"
  step "Installing wrk" "$RUN/wrk.log" bash -c 'apt-get update && apt-get install -y --no-install-recommends wrk'
}

bench_customer() {
  local answer
  answer=$(curl -fsS -X POST "$1/v1/customers" -H "$AUTHORIZATION" -H "Idempotency-Key: bench-read" \
    -H 'Content-Type: application/json' -d '{"kind":"INDIVIDUAL","name":"张伟明","source":"SYNTHETIC",
      "individual":{"gender":"FEMALE","birthDate":"1970-01-31","occupation":"nurse"},
      "phones":[{"number":"+8614512345678","label":"MOBILE"}],"emails":[{"address":"zhang@example.com"}],
      "addresses":[{"country":"CN","city":"杭州市"}]}')
  field id "$answer"
}

# load_people COUNT: customers who were never there, for "ask" to read in any order.
load_people() {
  bench_people "$1" >"$RUN/people.ndjson"
  load customers "$RUN/people.ndjson"
  query "select bin_to_uuid(id) from customer" >"$RUN/ids.txt"
  cat >"$RUN/read.lua" <<'LUA'
local ids = {}
for id in io.lines(os.getenv("IDS")) do ids[#ids + 1] = id end
request = function() return wrk.format("GET", os.getenv("BELOW") .. ids[math.random(#ids)]) end
LUA
}

bench_people() {
  awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) printf "{\"kind\":\"INDIVIDUAL\",\"name\":\"张伟明\",\"source\":\"SYNTHETIC\"," \
    "\"individual\":{\"gender\":\"FEMALE\",\"birthDate\":\"1970-01-31\",\"occupation\":\"nurse\"}," \
    "\"phones\":[{\"number\":\"+86145%08d\",\"label\":\"MOBILE\"}],\"emails\":[{\"address\":\"z%d@example.com\"}]," \
    "\"addresses\":[{\"country\":\"CN\",\"city\":\"杭州市\"}],\"externalIds\":[{\"source\":\"bench\",\"value\":\"%d\"}]}\n", i, i, i }'
}

# ask SECONDS URL PATH: requests per second, and the 99th percentile of the times in ms. An answer other than 2xx ends the
# run: refusals are fast and would look like speed.
ask() {
  local report
  report=$(IDS=$RUN/ids.txt BELOW=$3 wrk -t1 -c "$CONNECTIONS" -d "$1s" --latency -s "$RUN/read.lua" \
    -H "$AUTHORIZATION" -H 'Purpose-Of-Use: service' "$2")
  [[ $report != *Non-2xx* ]] || die "not every answer was a success: $report"
  awk '/^Requests\/sec:/ { rate = $2 } $1 == "99%" { p99 = $2 }
    END { ms = p99 + 0; if (p99 ~ /us$/) ms /= 1000; else if (p99 !~ /ms$/) ms *= 1000; print rate, ms }' <<<"$report"
}

# median COLUMN of the rounds in rounds.txt.
median() { sort -n -k "$1,$1" "$RUN/rounds.txt" | awk -v c="$1" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'; }

# query SQL...: the rows of these statements of one session, tab separated.
query() { ask_database kexin.db "$@"; }

# as_root SQL...: statements that the service's user may not do.
as_root() { ask_database mysql.root "$@"; }

ask_database() {
  local user=$1
  shift
  "$JAVA_HOME/bin/java" -cp "$(connector)" "$TOP/bench/Query.java" "$(property "$RUN/parts.properties" "$user.url")" \
    "$(property "$RUN/parts.properties" "$user.user")" "$(property "$RUN/parts.properties" "$user.password")" "$@"
}

connector() { echo "${SERVICE_JAR%/*}"/lib/main/com.mysql.mysql-connector-j-*.jar; }

quietly() { "$@" 2>>"$RUN/restarts.log"; }

# One caller asks as fast as it can for minutes: what is tried is the service, not its quotas.
without_quotas() {
  local role
  for role in STANDARD ROLES_{CUSTOMER,DATA_STEWARD,PRIVACY_OFFICER,PARTNER}; do
    export "KEXIN_QUOTAS_${role}_REQUESTS_PER_MINUTE=100000000" "KEXIN_QUOTAS_${role}_PERSONS_PER_MINUTE=100000000" \
      "KEXIN_QUOTAS_${role}_PERSONS_PER_DAY=2000000000"
  done
}

# The service as it is delivered; built before it is started.
use_delivered_service() {
  SERVICE_JAR=$TOP/target/quarkus-app/quarkus-run.jar
  build_if_needed
  without_quotas
}

# compile FILE...: a program beside the benches, into $RUN/classes.
compile() {
  step "Compiling ${*##*/}" "$RUN/compile.log" "$JAVA_HOME/bin/javac" -proc:none -d "$RUN/classes" -cp "${SERVICE_JAR%/*}/lib/main/*" "$@"
}

# ---- load on the pods, written down call by call: bench/Load.java

# bench_customers COUNT: as the load expects them, numbered from 1.
bench_customers() {
  bench_people "$1" >"$RUN/customers.ndjson"
  (cd "$RUN" && load customers customers.ndjson)
}

# start_load CONNECTIONS look|work CUSTOMERS LOG: returns when answers come.
start_load() {
  # What an earlier load wrote would pass for its first answers.
  rm -f "$4"
  launch "$RUN" load "$JAVA_HOME/bin/java" -cp "$RUN/classes" Load "$RUN/endpoints" "$1" "$2" \
    "$(property "$RUN/parts.properties" kexin.oidc.url)" "$3" "$4"
  quietly await "$RUN" load 120 answers_came "$4" 0
}

# Until every call that is under way has its answer.
stop_load() { quietly stop_process "$RUN" load 100; }

# answers_came LOG SINCE: whether a hundred calls sent after that moment succeeded.
answers_came() { awk -F'\t' -v since="$2" '$1 > since && $4 == 200 { n++ } END { exit n < 100 }' "$1" 2>/dev/null; }

now_millis() { date +%s%3N; }

# ---- two pods on one database that are killed and started again

# Options of the JVM of pods.
POD_OPTIONS=

# How long a pod lives once it is ready, in seconds: at least, and how much longer at most.
POD_LIFE=(0.1 2)

# A log, and how many lines more it must have before a pod that got ready is killed: on a busy machine pods would be killed
# before they have done anything.
POD_WORK=(/dev/null 0)

pod_port() { echo $((${KEXIN_PORT:-8080} + $1)); }
pod_url() { echo "http://127.0.0.1:$(pod_port "$1")"; }
name_pods() { { pod_url 1; pod_url 2; } >"$RUN/endpoints"; }

start_killable() { # NUMBER
  process_of "$RUN" "pod-$1" >/dev/null && return
  JAVA_TOOL_OPTIONS=$POD_OPTIONS quietly start_pod "pod-$1" "$(pod_port "$1")" ||
    die "pod-$1 did not start again; see $RUN/restarts.log and $RUN/pod-$1.log"
}

start_both_pods() {
  local jobs=() pod
  for pod in 1 2; do
    background start_killable "$pod"
    jobs+=($!)
  done
  wait_for_all "${jobs[@]}"
}

# kill_pods TIMES [UNTIL]: both together so often, or as often as there is time until that moment ($EPOCHSECONDS). Each is
# started again by itself, so the other is asked meanwhile. They may be down at the end.
kill_pods() {
  local jobs=()
  background kill_pod 1 $((($1 + 1) / 2)) "${2:-}"
  jobs+=($!)
  background kill_pod 2 $(($1 / 2)) "${2:-}"
  jobs+=($!)
  wait_for_all "${jobs[@]}"
}

kill_pod() { # NUMBER TIMES UNTIL
  local kill
  for ((kill = 1; kill <= $2; kill++)); do
    [[ -z $3 ]] || ((EPOCHSECONDS < $3)) || return 0
    start_killable "$1"
    has_worked
    sleep "$(awk -v r=$RANDOM -v least="${POD_LIFE[0]}" -v more="${POD_LIFE[1]}" 'BEGIN { print least + more * r / 32767 }')"
    kill -KILL "$(process_of "$RUN" "pod-$1")"
    # Until then it would be taken for one that runs.
    while process_of "$RUN" "pod-$1" >/dev/null; do sleep 0.05; done
    echo "$(now_millis) pod-$1" >>"$RUN/kills.txt"
  done
}

# For a minute at most: work may stand still because the other pod has just been killed.
has_worked() {
  local enough=$(($(wc -l <"${POD_WORK[0]}") + POD_WORK[1])) deadline=$((SECONDS + 60))
  until (($(wc -l <"${POD_WORK[0]}") >= enough || SECONDS > deadline)); do sleep 0.1; done
}

kills_so_far() { wc -l 2>/dev/null <"$RUN/kills.txt" || echo 0; }

# made ROLE PATH BODY: has the service make something, and prints its id.
made() {
  local answer
  answer=$(post "$@") || die "the service did not make what the bench needs: $answer"
  field id "$answer"
}

# post ROLE PATH [BODY]: the answer of the service to a request of that role.
post() {
  local purpose=$1 body=()
  case $1 in service-agent) purpose=service ;; data-steward) purpose=quality ;; privacy-officer) purpose=compliance ;; esac
  (($# < 3)) || body=(-H 'Content-Type: application/json' -d "$3")
  curl -sS --fail-with-body -X POST "$(service_url)$2" -H "Authorization: Bearer $(token "$1")" -H "Purpose-Of-Use: $purpose" \
    -H "Idempotency-Key: $(new_password)" "${body[@]}"
}

# holds WHAT MUST IS: a line of what was checked; all_must_hold dies if some line did not.
holds() {
  printf '%-70s %9s %9s\n' "$1" "$2" "$3"
  [[ $2 == "$3" ]] || WRONG+=("$1")
}
WRONG=()

all_must_hold() {
  ((${#WRONG[@]} == 0)) || die "$(printf '%s; ' "${WRONG[@]}")see the table above and $RUN"
}

# The service with what only benches need, on fresh parts.
bench_service() {
  step "Building Kexin for the bench" "$RUN/build.log" maven package -Pbench -Dmaven.test.skip -Dmdep.analyze.skip -Dspotless.check.skip -Dcyclonedx.skip
  start_parts "$RUN"
  without_quotas
  start_service
}
