# shellcheck shell=bash
# Kills the service at random moments under load and counts: answers with personal data received must never outnumber
# the access records committed. KEXIN_BENCH_KILLS says how often (50).

CONNECTIONS=32
KILLS=${KEXIN_BENCH_KILLS:-50}
LOAD_SECONDS=4

bench_kill_read() {
  local url id received=0 committed=0 cycle pid
  need_wrk
  bench_service
  url=$(service_url)
  export KEXIN_PORT=${url##*:}
  AUTHORIZATION="Authorization: Bearer $(token service-agent)"
  id=$(bench_customer "$url")
  printf 'kill   received  committed\n'
  for ((cycle = 1; cycle <= KILLS; cycle++)); do
    # A token outlives only some cycles.
    AUTHORIZATION="Authorization: Bearer $(token service-agent)"
    wrk -t1 -c "$CONNECTIONS" -d "${LOAD_SECONDS}s" -H "$AUTHORIZATION" -H 'Purpose-Of-Use: service' \
      "$url/v1/customers/$id" >"$RUN/wrk.txt" 2>&1 &
    pid=$!
    sleep "$(awk -v r=$RANDOM -v s="$LOAD_SECONDS" 'BEGIN { print 0.3 + (s - 0.6) * r / 32767 }')"
    kill -KILL "$(process_of "$RUN" service)"
    wait "$pid" || true
    received=$((received + $(answers_with_data)))
    committed=$(query "select count(*) from access_batch b, json_table(concat('[', replace(b.records, '\n', ','), ']'),
      '\$[*]' columns (operation varchar(100) path '\$.operation', status int path '\$.status')) r
      where r.operation = 'getCustomer' and r.status = 200")
    printf '%4d %10d %10d\n' "$cycle" "$received" "$committed"
    ((received <= committed)) || die "answers with personal data left that have no access record"
    quietly start_service
  done
  ((received > KILLS)) || die "too few answers came for the comparison to say anything"
  say "Held $KILLS times: $received answers received, $committed access records committed."
}

# Whole answers with status 200; wrk counts an answer when its last byte is read.
answers_with_data() {
  local all refused
  all=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' "$RUN/wrk.txt")
  refused=$(sed -n 's/.*Non-2xx or 3xx responses: //p' "$RUN/wrk.txt")
  echo $((${all:-0} - ${refused:-0}))
}

bench_kill_read
