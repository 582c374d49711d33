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

# query SQL: its rows, tab separated.
query() { ask_database kexin.db "$1"; }

# as_root SQL: a statement that the service's user may not do.
as_root() { ask_database mysql.root "$1"; }

ask_database() {
  local connector
  connector=$(echo "$TOP"/target/bench/quarkus-app/lib/main/com.mysql.mysql-connector-j-*.jar)
  "$JAVA_HOME/bin/java" -cp "$connector" "$TOP/bench/Query.java" "$(property "$RUN/parts.properties" "$1.url")" \
    "$(property "$RUN/parts.properties" "$1.user")" "$(property "$RUN/parts.properties" "$1.password")" "$2"
}

# The service with what only benches need, on fresh parts.
bench_service() {
  step "Building Kexin for the bench" "$RUN/build.log" maven package -Pbench -Dmaven.test.skip -Dmdep.analyze.skip -Dspotless.check.skip -Dcyclonedx.skip
  start_parts "$RUN"
  # One caller asks as fast as it can for minutes: what is measured is the service, not its quotas.
  export KEXIN_QUOTAS_STANDARD_REQUESTS_PER_MINUTE=100000000 KEXIN_QUOTAS_STANDARD_PERSONS_PER_MINUTE=100000000 \
    KEXIN_QUOTAS_STANDARD_PERSONS_PER_DAY=2000000000
  start_service
}
