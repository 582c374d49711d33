# shellcheck shell=bash
# Whether what the service does by itself is done once and not forgotten, though pods are killed at random for
# KEXIN_BENCH_MINUTES (10). Two pods attend to complaints with targets of minutes, which are recorded and dealt with all the
# time: every deadline that passed must have been escalated once, and no other (bench/Deadlines.java). They follow rules of
# care, of which there are ever more: each must have made one task for every customer who agrees, and none for who does not.

MINUTES=${KEXIN_BENCH_MINUTES:-10}
CUSTOMERS=300
CONNECTIONS=8
CARE_CONNECTIONS=3
# A day that does not end before the bench does, wherever that is.
ZONE=$(($(date -u +%-H) < 12 ? 0 : 12))
((ZONE == 0)) && ZONE=Etc/UTC || ZONE=Etc/GMT+12
MOST_KILLS=10000
# A pod first attends to complaints ten seconds after its start, and then every second: it dies before, at and after work.
POD_LIFE=(3 20)
CAUGHT_UP_WITHIN=120

bench_schedulers() {
  use_delivered_service
  compile "$TOP"/bench/{Caller,Told,Complain,Deadlines,Tend}.java
  # Many short transactions, so that kills hit the work between them.
  export KEXIN_COMPLAINT_ATTEND_EVERY=1s KEXIN_CARE_LOOK_EVERY=1s KEXIN_CARE_STRETCH=20
  start_parts "$RUN"
  start_service
  born_today
  local category notice moment log=$RUN/told.tsv care_log=$RUN/told-care.tsv
  query "select bin_to_uuid(id) from customer" >"$RUN/ids.txt"
  prepare
  prepare_care
  stop_process "$RUN" service
  name_pods
  start_both_pods
  launch "$RUN" load "$JAVA_HOME/bin/java" -cp "$RUN/classes" Complain "$RUN/endpoints" "$CONNECTIONS" \
    "$(property "$RUN/parts.properties" kexin.oidc.url)" "$category" "$RUN/ids.txt" "$log"
  launch "$RUN" care "$JAVA_HOME/bin/java" -cp "$RUN/classes" Tend "$RUN/endpoints" "$CARE_CONNECTIONS" \
    "$(property "$RUN/parts.properties" kexin.oidc.url)" "$ZONE" "$notice" "$RUN/undecided.txt" "$care_log"
  quietly await "$RUN" load 120 grep -qs acknowledgements "$log"
  quietly await "$RUN" care 120 grep -qs rule "$care_log"
  background tell_progress "$log"
  local teller=$!
  kill_pods "$MOST_KILLS" "$(awk -v now="$EPOCHSECONDS" -v m="$MINUTES" 'BEGIN { print int(now + 60 * m) }')"
  start_both_pods
  kill "$teller"
  end_load load "$log"
  end_load care "$care_log"
  moment=$(caught_up)
  # From here on nothing changes any more.
  quietly stop_process "$RUN" pod-1
  quietly stop_process "$RUN" pod-2
  judge "$log" "$care_log" "$moment"
}

end_load() { # PROCESS LOG
  process_of "$RUN" "$1" >/dev/null || die "the load did not live through the kills; see $RUN/$1.log"
  quietly stop_process "$RUN" "$1" 300
  [[ $(tail -n 1 "$2") == END ]] || die "the load was not brought to its end; see $RUN/$1.log"
}

born_today() {
  bench_people "$CUSTOMERS" | sed "s/1970-01-31/1972-$(TZ=$ZONE date +%m-%d)/" >"$RUN/customers.ndjson"
  (cd "$RUN" && load customers customers.ndjson)
}

# A third agrees, a third never said a word, and a third changes their minds.
prepare_care() {
  local customer decision
  notice=$(made privacy-officer /v1/privacy/notices '{"code":"bench","version":1,"language":"en","text":"We should like to call you."}')
  awk 'NR % 3 == 0' "$RUN/ids.txt" >"$RUN/agreeing.txt"
  awk 'NR % 3 == 1' "$RUN/ids.txt" >"$RUN/silent.txt"
  awk 'NR % 3 == 2' "$RUN/ids.txt" >"$RUN/undecided.txt"
  decision='{"decisions":[{"use":"MARKETING","channel":"PHONE","verdict":"GIVEN","noticeId":"'"$notice"'","collectedThrough":"SHOP",
    "evidence":{"kind":"SIGNED_FORM","reference":"forms/bench"}}]}'
  while read -r customer; do
    post service-agent "/v1/customers/$customer/consents" "$decision" >>"$RUN/agreed.txt" || die "a consent was not recorded"
  done <"$RUN/agreeing.txt"
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
    printf '%4d kills, %6d complaints, %6d escalations, %4d rules of care, %6d tasks\n' "$(kills_so_far)" \
      "$(awk '$1 == "received"' "$1" | wc -l)" "$(query "select count(*) from complaint_event where kind = 'ESCALATED'")" \
      $(query "select count(*) from care_rule" "select count(*) from care_task")
  done
}

# ---- what was told and what was due against what is in the database

# A moment at which nothing was due any more, as the database tells the time.
caught_up() {
  local deadline=$((SECONDS + CAUGHT_UP_WITHIN)) complaints rules moment
  while true; do
    IFS=$'\t' read -r complaints rules moment < <(query "select count(*), (select count(*) from care_rule
      where next_day <= '$(TZ=$ZONE date +%F)'), utc_timestamp(6) from complaint where attend_at <= utc_timestamp(6)")
    ((complaints + rules > 0)) || break
    ((SECONDS < deadline)) || die "the pods do not catch up: $complaints complaints and $rules rules are due; see $RUN/pod-*.log"
    sleep 0.5
  done
  echo "$moment"
}

judge() { # LOG CARE-LOG CAUGHT-UP
  local what must is
  printf '%-70s %9s %9s\n' '' 'must be' is
  judge_actions "$1"
  judge_care "$2"
  "$JAVA_HOME/bin/java" -cp "$RUN/classes:$(connector)" Deadlines "$(property "$RUN/parts.properties" kexin.db.url)" \
    "$(property "$RUN/parts.properties" kexin.db.user)" "$(property "$RUN/parts.properties" kexin.db.password)" "$3" >"$RUN/deadlines.tsv"
  while IFS=$'\t' read -r what must is; do holds "$what" "$must" "$is"; done <"$RUN/deadlines.tsv"
  holds "complaints whose level is not the number of their escalations" 0 "$(query "select count(*) from complaint c
    where c.escalation_level <> (select count(*) from complaint_event e where e.complaint_id = c.id and e.kind = 'ESCALATED')")"
  say "Killed $(kills_so_far) times in $MINUTES min: $(cat "$1" "$2" | grep -vc '^END') calls answered," \
    "$(cat "$1" "$2" | awk -F'\t' '$9 > 0' | wc -l) of them after an answer was lost."
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

# Every rule came to its end of the day, so each must have found all who agreed throughout. Who changes their minds may or may
# not be found, but never at a moment between a withdrawal and the next consent.
judge_care() {
  local rules tasks
  rules=$(query "select count(*) from care_rule")
  holds "rules of care" "$(awk -F'\t' '$1 == "rule" && $4 == 201' "$1" | wc -l)" "$rules"
  query "select bin_to_uuid(customer_id), bin_to_uuid(rule_id) from care_task" >"$RUN/tasks.tsv"
  tasks=$(awk 'NR == FNR { agrees[$1]; next } $1 in agrees' "$RUN/agreeing.txt" "$RUN/tasks.tsv" | wc -l)
  holds "tasks for customers who agree, one for each rule" $((rules * $(wc -l <"$RUN/agreeing.txt"))) "$tasks"
  holds "occasions with two tasks" 0 "$(sort "$RUN/tasks.tsv" | uniq -d | wc -l)"
  holds "tasks for customers who never agreed" 0 "$(awk 'NR == FNR { silent[$1]; next } $1 in silent' "$RUN/silent.txt" "$RUN/tasks.tsv" | wc -l)"
  holds "tasks made while a consent was taken back" 0 "$(query "select count(*) from care_task t where 'GIVEN' <> (select decision
    from consent_decision d where d.person_id = t.customer_id and d.recorded_at <= t.created_at order by d.recorded_at desc limit 1)")"
  holds "open tasks whose consent was taken back" 0 "$(query "select count(*) from care_task t where t.state = 'OPEN' and 'GIVEN' <>
    (select decision from consent_decision d where d.person_id = t.customer_id order by d.recorded_at desc limit 1)")"
  # Otherwise nothing was at stake.
  (($(query "select count(*) from care_task where state = 'CANCELLED'") > 0)) || die "no withdrawal met an open task"
}

bench_schedulers
