# shellcheck shell=bash
# Whether what the service does by itself is done once and not forgotten, though pods are killed: two pods attend to complaints
# with targets of minutes, which are recorded and dealt with all the time, and are killed at random for KEXIN_BENCH_MINUTES
# (10). Then every deadline that passed must have been escalated once, and no other: bench/Deadlines.java.

MINUTES=${KEXIN_BENCH_MINUTES:-10}
CUSTOMERS=500
CONNECTIONS=8
MOST_KILLS=10000
# A pod first attends to complaints ten seconds after its start, and then every second: it dies before, at and after work.
POD_LIFE=(3 20)
CAUGHT_UP_WITHIN=120

bench_schedulers() {
  use_delivered_service
  compile "$TOP"/bench/{Caller,Told,Complain,Deadlines}.java
  export KEXIN_COMPLAINT_ATTEND_EVERY=1s
  start_parts "$RUN"
  start_service
  bench_customers "$CUSTOMERS"
  local category moment log=$RUN/told.tsv
  query "select bin_to_uuid(id) from customer" >"$RUN/ids.txt"
  prepare
  stop_process "$RUN" service
  name_pods
  start_both_pods
  launch "$RUN" load "$JAVA_HOME/bin/java" -cp "$RUN/classes" Complain "$RUN/endpoints" "$CONNECTIONS" \
    "$(property "$RUN/parts.properties" kexin.oidc.url)" "$category" "$RUN/ids.txt" "$log"
  quietly await "$RUN" load 120 grep -qs acknowledgements "$log"
  background tell_progress "$log"
  local teller=$!
  kill_pods "$MOST_KILLS" "$(awk -v now="$EPOCHSECONDS" -v m="$MINUTES" 'BEGIN { print int(now + 60 * m) }')"
  kill "$teller"
  start_both_pods
  process_of "$RUN" load >/dev/null || die "the load did not live through the kills; see $RUN/load.log"
  quietly stop_process "$RUN" load 300
  [[ $(tail -n 1 "$log") == END ]] || die "the load was not brought to its end; see $RUN/load.log"
  moment=$(caught_up)
  # From here on nothing changes any more.
  quietly stop_process "$RUN" pod-1
  quietly stop_process "$RUN" pod-2
  judge "$log" "$moment"
}

# Targets of one to four minutes, of which every one of the day and night counts.
prepare() {
  local days=() day targets
  for day in MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY; do
    days+=('{"day":"'"$day"'","hours":[{"from":"00:00","to":"24:00"}]}')
  done
  made data-steward /v1/business-calendars '{"code":"always","zone":"UTC","week":['"$(IFS=, && echo "${days[*]}")"']}' >"$RUN/calendar.txt"
  targets=$(printf '{"severity":"%s","acknowledgeMinutes":%d,"updateMinutes":%d,"resolveMinutes":%d},' \
    LOW 3 2 4 NORMAL 2 1 3 HIGH 1 1 2 CRITICAL 1 1 1)
  made data-steward /v1/complaint-policies '{"calendar":"always","warnAtPercent":50,"targets":['"${targets%,}"']}' >"$RUN/policy.txt"
  category=$(made data-steward /v1/complaint-categories '{"code":"bench","name":"Bench"}')
}

tell_progress() {
  while sleep 15 && process_of "$RUN" load >/dev/null; do
    printf '%4d kills, %6d complaints, %6d escalations\n' "$(kills_so_far)" "$(awk '$1 == "received"' "$1" | wc -l)" \
      "$(query "select count(*) from complaint_event where kind = 'ESCALATED'")"
  done
}

# ---- what was told and what was due against what is in the database

# A moment at which nothing was due any more, as the database tells the time.
caught_up() {
  local deadline=$((SECONDS + CAUGHT_UP_WITHIN)) due moment
  while true; do
    IFS=$'\t' read -r due moment < <(query "select count(*), utc_timestamp(6) from complaint where attend_at <= utc_timestamp(6)")
    ((due > 0)) || break
    ((SECONDS < deadline)) || die "the pods do not catch up: $due complaints are due; see $RUN/pod-*.log"
    sleep 0.5
  done
  echo "$moment"
}

judge() { # LOG CAUGHT-UP
  local what must is
  printf '%-70s %9s %9s\n' '' 'must be' is
  judge_actions "$1"
  "$JAVA_HOME/bin/java" -cp "$RUN/classes:$(connector)" Deadlines "$(property "$RUN/parts.properties" kexin.db.url)" \
    "$(property "$RUN/parts.properties" kexin.db.user)" "$(property "$RUN/parts.properties" kexin.db.password)" "$2" >"$RUN/deadlines.tsv"
  while IFS=$'\t' read -r what must is; do holds "$what" "$must" "$is"; done <"$RUN/deadlines.tsv"
  holds "complaints whose level is not the number of their escalations" 0 "$(query "select count(*) from complaint c
    where c.escalation_level <> (select count(*) from complaint_event e where e.complaint_id = c.id and e.kind = 'ESCALATED')")"
  say "Killed $(kills_so_far) times in $MINUTES min: $(($(wc -l <"$1") - 1)) calls answered, $(awk -F'\t' '$9 > 0' "$1" | wc -l) of them after" \
    "an answer was lost."
  all_must_hold
  # Otherwise nothing was at stake.
  (($(awk -F'\t' '$1 ~ /^runs that were late/ { print $3 }' "$RUN/deadlines.tsv") > 100)) || die "too few deadlines passed for this to say anything"
}

# That each action was done once: the events that people made are those that callers were told of.
judge_actions() {
  awk -F'\t' '$1 == "received" && $4 == 201 { print $6 }' "$1" | sort >"$RUN/told-complaints.txt"
  query "select bin_to_uuid(id) from complaint" | sort >"$RUN/complaints.txt"
  holds "complaints told twice" 0 "$(uniq -d "$RUN/told-complaints.txt" | wc -l)"
  holds "complaints told, but not there, or there, but not told" 0 "$(comm -3 "$RUN/told-complaints.txt" "$RUN/complaints.txt" | wc -l)"
  awk -F'\t' '$1 != "received" && $4 == 200 { print $2, $1 }' "$1" | sort | uniq -c | sort >"$RUN/told-actions.txt"
  query "select concat(bin_to_uuid(complaint_id), ' ', case kind when 'ACKNOWLEDGED' then 'acknowledgements' when 'UPDATED' then 'updates'
      when 'WAITING_FOR_CUSTOMER' then 'waits' when 'CUSTOMER_ANSWERED' then 'answers' when 'CUSTOMER_ADDED' then 'answers'
      when 'SEVERITY_CHANGED' then 'severity-changes' when 'RESOLVED' then 'resolutions' when 'REOPENED' then 'reopenings'
      when 'WITHDRAWN' then 'withdrawals' else kind end) from complaint_event
    where actor = 'STAFF' and kind <> 'RECEIVED'" | sort | uniq -c | sort >"$RUN/actions.txt"
  holds "actions on complaints" "$(awk '{ n += $1 } END { print n + 0 }' "$RUN/told-actions.txt")" "$(awk '{ n += $1 } END { print n + 0 }' "$RUN/actions.txt")"
  holds "complaints and actions on them told more or less often than done" 0 "$(comm -3 "$RUN/told-actions.txt" "$RUN/actions.txt" | wc -l)"
}

bench_schedulers
