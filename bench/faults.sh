# shellcheck shell=bash
# Whether every answer with personal data has its committed access record, whatever fails: reads, lists and searches over
# 32 connections while the database is frozen, refuses writes, has the audit table locked or its disk full, and while the
# service is killed at random moments. KEXIN_BENCH_KILLS says how often (500), KEXIN_BENCH_HOLD how long each fault lasts (15 s),
# KEXIN_BENCH_FAULTS which there are ("frozen audit-locked read-only disk-full").

KILLS=${KEXIN_BENCH_KILLS:-500}
KILLS_AT_ONCE=50
# Longer than kexin.audit.patience, 5 s, and the second after which waiting is ended.
HOLD=${KEXIN_BENCH_HOLD:-15}
FAULTS=${KEXIN_BENCH_FAULTS-frozen audit-locked read-only disk-full}
CONNECTIONS=32
CUSTOMERS=500
DISK_MIB=400
NOW='select cast(1000 * unix_timestamp(now(3)) as unsigned)'

bench_faults() {
  use_delivered_service
  compile "$TOP/bench/Load.java"
  [[ $FAULTS != *disk-full* ]] || mount_small_disk
  start_parts "$RUN"
  start_service
  service_url >"$RUN/endpoints"
  bench_customers "$CUSTOMERS"
  printf '%-14s %8s %9s %9s | while it lasts: %4s %8s %8s %7s | %s\n' fault received committed unlogged data 'no audit' 'no data' failed 'reads again after s'
  local fault
  for fault in $FAULTS; do
    case $fault in
      frozen) under_fault frozen hangs freeze ;;
      audit-locked) under_fault audit-locked refuses hold_in_session 'lock tables kexin.access_batch write' 'unlock tables' ;;
      read-only) under_fault read-only refuses hold_in_session 'set global super_read_only = 1' 'set global super_read_only = 0' 'set global read_only = 0' ;;
      disk-full) [[ ! -f $RUN/disk-is-small ]] || under_fault disk-full fills fill_disk ;;
      *) die "there is no fault '$fault'" ;;
    esac
  done
  kill_service
  say "Held: no answer with personal data without a committed access record."
}

# ---- one fault of the database

# under_fault NAME hangs|refuses|fills COMMAND...: the command brings the fault, waits, ends it, and sets from and to. No call
# that began and ended in between may give data, but where a disk fills: some record may still find room, which the comparison
# of request ids covers. What does not merely hang must have been refused.
under_fault() {
  local name=$1 rule=$2 began=$EPOCHSECONDS log=$RUN/load-$1.tsv from to again pid
  shift 2
  pid=$(process_of "$RUN" service)
  start_load "$CONNECTIONS" look "$CUSTOMERS" "$log"
  "$@"
  quietly await "$RUN" load 180 answers_came "$log" "$to"
  again=$((($(now_millis) - to) / 1000))
  stop_load
  [[ $(process_of "$RUN" service) == "$pid" ]] || die "the service did not live through: $name"
  inclusion "$log" "$began"
  printf '%-14s %8d %9d %9d' "$name" "$RECEIVED" "$COMMITTED" "$UNLOGGED"
  awk -F'\t' -v from="$from" -v to="$to" -v again="$again" -v rule="$rule" '
    $2 < from || $2 > to { next }
    # What was sent before may have been recorded before.
    $4 == 200 && $1 >= from { data++ }
    $4 == 503 && $5 == "audit-unavailable" { audit++ }
    $4 == 503 && $5 == "unavailable" { database++ }
    $4 == 0 { failed++ }
    $4 != 200 && $4 != 503 && $4 != 0 { strange++ }
    END {
      printf " | %20d %8d %8d %7d | %d\n", data, audit, database, failed, again
      exit strange > 0 || (rule != "fills" && data > 0) || (rule != "hangs" && audit == 0)
    }' "$log" || die "wrong answers during the fault $name; all of them are in $log"
  ((UNLOGGED == 0)) || die "answers with personal data left that have no access record: $RUN/unlogged.txt"
}

# inclusion LOG SINCE: sets RECEIVED, COMMITTED and UNLOGGED, the answers received whose request id is in no committed record.
inclusion() {
  awk -F'\t' '$4 == 200 { print $6 }' "$1" | sort -u >"$RUN/received.txt"
  query "select r.request_id from access_batch b, json_table(concat('[', replace(b.records, '\n', ','), ']'), '\$[*]'
    columns (request_id varchar(200) path '\$.requestId', status int path '\$.status')) r
    where r.status = 200 and b.written_at >= timestampadd(second, $2, '1970-01-01')" | sort -u >"$RUN/committed.txt"
  comm -23 "$RUN/received.txt" "$RUN/committed.txt" >"$RUN/unlogged.txt"
  RECEIVED=$(wc -l <"$RUN/received.txt")
  COMMITTED=$(wc -l <"$RUN/committed.txt")
  UNLOGGED=$(wc -l <"$RUN/unlogged.txt")
}

freeze() {
  local pid
  pid=$(process_of "$RUN" mysql)
  kill -STOP "$pid"
  until grep -q '^State:.T' "/proc/$pid/status"; do sleep 0.02; done
  from=$(now_millis)
  sleep "$HOLD"
  to=$(now_millis)
  kill -CONT "$pid"
}

# hold_in_session BEGIN END...: the moments come from the session, which knows when the lock was got.
hold_in_session() {
  as_root "$1" "$NOW" "select sleep($HOLD)" "$NOW" "${@:2}" >"$RUN/held.txt"
  from=$(sed -n 1p "$RUN/held.txt") to=$(sed -n 3p "$RUN/held.txt")
}

# Pages that are there already still take some records, so the fault comes little by little: from the first refusal on. MySQL
# looks once a minute whether there is room again.
fill_disk() {
  cat /dev/zero >"$RUN/mysql/filler" 2>/dev/null || true
  quietly await "$RUN" load 120 grep -q audit-unavailable "$log"
  from=$(now_millis)
  sleep "$HOLD"
  to=$(now_millis)
  rm "$RUN/mysql/filler"
}

# A file system of its own for the database, which can be filled without harm to others.
mount_small_disk() {
  mkdir "$RUN/mysql"
  if ! mount -t tmpfs -o "size=${DISK_MIB}m,mode=700" kexin-bench "$RUN/mysql" 2>"$RUN/mount.log"; then
    say "SKIPPED: a full disk, because a file system of its own cannot be mounted here: $(<"$RUN/mount.log")"
    return
  fi
  touch "$RUN/disk-is-small"
  trap 'down; unmount_small_disk' EXIT
}

# Files of a process that has just ended may stay open for a moment.
unmount_small_disk() {
  local deadline=$((SECONDS + 30))
  until umount "$RUN/mysql" 2>>"$RUN/mount.log"; do
    ((SECONDS < deadline)) || die "the disk cannot be unmounted: $RUN/mysql"
    sleep 0.2
  done
}

# ---- the service is killed

# Two pods, each killed some time after it got ready, so that the other is asked while it starts again.
kill_service() {
  local done=0 some received=0 began log=$RUN/load-kills.tsv
  down
  if [[ -f $RUN/disk-is-small ]]; then
    unmount_small_disk
    trap 'down' EXIT
  fi
  start_parts "$RUN"
  start_service
  bench_customers "$CUSTOMERS"
  record_start
  printf '%5s %8s %9s %9s %s\n' kills received committed unlogged 'answers cut off'
  while ((done < KILLS)); do
    some=$((KILLS - done < KILLS_AT_ONCE ? KILLS - done : KILLS_AT_ONCE))
    began=$EPOCHSECONDS
    kill_round "$some" "$log"
    inclusion "$log" "$began"
    done=$((done + some)) received=$((received + RECEIVED))
    printf '%5d %8d %9d %9d %d\n' "$done" "$RECEIVED" "$COMMITTED" "$UNLOGGED" "$(grep -c $'\t0\tCut' "$log" || true)"
    ((UNLOGGED == 0)) || die "answers with personal data left that have no access record: $RUN/unlogged.txt"
  done
  ((received > 10 * KILLS)) || die "too few answers came for the comparison to say anything"
}

kill_round() { # KILLS LOG
  name_pods
  start_killable 1
  start_load $((2 * CONNECTIONS)) look "$CUSTOMERS" "$2"
  kill_pods "$1"
  process_of "$RUN" load >/dev/null || die "the load did not live through the kills; see $RUN/load.log"
  stop_load
}

# An AOT cache of the classes makes hundreds of starts shorter; recorded once, with the service under load.
record_start() {
  stop_process "$RUN" service
  ((KILLS > KILLS_AT_ONCE)) || return 0
  POD_OPTIONS=-XX:AOTCacheOutput=$RUN/service.aot
  start_killable 0
  pod_url 0 >"$RUN/endpoints"
  start_load 4 look "$CUSTOMERS" "$RUN/load-recording.tsv"
  stop_load
  step "Recording the AOT cache of the service" "$RUN/aot.log" stop_process "$RUN" pod-0 300
  POD_OPTIONS=-XX:AOTCache=$RUN/service.aot
}

bench_faults
