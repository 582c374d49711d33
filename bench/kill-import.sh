# shellcheck shell=bash
# Kills the service at random moments while it imports the sample, starts it again, and compares what is then in the
# database with what an undisturbed import leaves there. KEXIN_BENCH_KILLS says how often (20).

KILLS=${KEXIN_BENCH_KILLS:-20}
LINES=$TOP/src/main/sample/online_retail_lines.csv.gz

bench_kill_import() {
  local url took at committed began cycle expected
  bench_service
  url=$(service_url)
  export KEXIN_PORT=${url##*:}
  mkdir -p "$RUN/sample"
  "$JAVA_HOME/bin/java" -jar "$SERVICE_JAR" sample "$LINES" >"$RUN/sample/customers.ndjson"
  began=$SECONDS
  load_sample
  took=$((SECONDS - began))
  content >"$RUN/expected.txt"
  expected=$(query "select sum(lines_read) from import_run")
  say "Undisturbed: $expected lines in $took s."
  printf 'kill  after s  lines committed  whole again after s  result\n'
  for ((cycle = 1; cycle <= KILLS; cycle++)); do
    empty_tables
    at=$(awk -v r=$RANDOM -v s="$took" 'BEGIN { printf "%.1f", 0.2 + s * 0.9 * r / 32767 }')
    load_sample 2>>"$RUN/cut.log" &
    sleep "$at"
    kill -KILL "$(process_of "$RUN" service)"
    # It ends, and fails, with the service.
    wait $! || true
    committed=$(query "select coalesce(sum(lines_read), 0) from import_run")
    began=$SECONDS
    quietly start_service
    quietly load_sample
    content >"$RUN/found.txt"
    printf '%4d  %7s  %15d  %19d  ' "$cycle" "$at" "$committed" $((SECONDS - began))
    if ! cmp -s "$RUN/expected.txt" "$RUN/found.txt"; then
      echo different
      diff "$RUN/expected.txt" "$RUN/found.txt" >&2 || true
      die "an import that was killed after $at s left another result"
    fi
    echo identical
  done
  say "Killed $KILLS times: the result was always that of the undisturbed import."
}

load_sample() { (cd "$RUN/sample" && load customers customers.ndjson && load retail-lines "$LINES"); }

empty_tables() {
  "$JAVA_HOME/bin/java" -cp "$(connector)" "$TOP/bench/EmptyTables.java" "$(property "$RUN/parts.properties" mysql.root.url)" \
    "$(property "$RUN/parts.properties" mysql.root.user)" "$(property "$RUN/parts.properties" mysql.root.password)" kexin
}

# Counts and checksums of all that was imported, row by row under the names that other systems know: ids, codes and times
# of writing differ from run to run.
content() {
  fingerprint "import_run" "kind, state, lines_total, lines_read, accepted, unchanged, refused, bytes_done"
  fingerprint "import_refusal f join import_run r on r.id = f.import_id" "r.kind, f.number, f.line, f.code, f.detail, f.raw"
  fingerprint "product" "code, name, category"
  fingerprint "customer" \
    "kind, name, individual, enterprise, contact, identity_document, external_ids, source, version, deleted_at"
  fingerprint "customer_lookup k join customer_external_id e on e.customer_id = k.customer_id" \
    "k.kind, hex(k.fingerprint), e.source, e.value"
  fingerprint "sales_transaction t left join customer_external_id e on e.customer_id = t.customer_id" \
    "t.source, t.number, t.kind, t.channel, t.currency, t.occurred_at, t.total, t.line_count, t.quantity, e.value"
  fingerprint "sales_transaction_line l join sales_transaction t on t.id = l.transaction_id join product p on p.id = l.product_id
      left join sales_transaction o on o.id = l.return_of_transaction_id" \
    "t.source, t.number, l.line_no, p.code, l.quantity, l.unit_price, l.returned, o.number, l.return_of_line_no"
}

# fingerprint TABLES COLUMNS: how many rows, and the exclusive or of their hashes, which no order of rows changes.
fingerprint() {
  printf '%s\t' "${1%% *}"
  query "select count(*), hex(bit_xor(unhex(sha2(json_array($2), 256)))) from $1"
}

bench_kill_import
