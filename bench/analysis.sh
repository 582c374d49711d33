# shellcheck shell=bash
# How long analyses take. Over the whole Online Retail sample, through the API: RFM, cohorts, and statistics with ABC and Gini,
# together. Then the algorithms by themselves on public data, where ../shared/data is there. Then every analysis that reads the
# sales once, over KEXIN_BENCH_LINES (1000000 and 10000000) synthetic order lines, against reading the same rows with nothing
# done, with a heap of 2 GiB. All is warm: KEXIN_BENCH_WARM seconds (60) for the API and, together, for the algorithms.

CALLS=10
WARM_SECONDS=${KEXIN_BENCH_WARM:-60}
LINES=${KEXIN_BENCH_LINES:-1000000 10000000}
ROUNDS=${KEXIN_BENCH_ROUNDS:-3}
LINES_AN_ORDER=4
ORDERS_A_CUSTOMER=10
PRODUCTS=10000
EXAMPLES=$TOP/../shared/data

bench_analysis() {
  bench_service
  load_sample_once
  over_the_sample
  algorithms
  passes
}

over_the_sample() {
  local url until=$((SECONDS + WARM_SECONDS)) call
  url=$(service_url)
  say "Warming for $WARM_SECONDS s ..."
  while ((SECONDS < until)); do together "$url" >/dev/null; done
  for ((call = 1; call <= CALLS; call++)); do together "$url"; done | sort -n |
    awk '{ t[NR] = $1 } END { printf "%-32s median %.3f s, slowest %.3f s (at most 2 s is wanted)\n",
      "RFM, cohorts, ABC and Gini", t[int((NR + 1) / 2)], t[NR] }'
}

# together URL: seconds for all of them, one after the other.
together() {
  local path
  for path in statistics 'rfm?referenceDate=2011-12-10' cohorts; do
    curl -fsS -o /dev/null -w '%{time_total}\n' -H "Authorization: Bearer $(token analyst)" -H 'Purpose-Of-Use: analysis' \
      "$1/v1/analysis/$path"
  done | awk '{ sum += $1 } END { print sum }'
}

algorithms() {
  if [[ ! -d $EXAMPLES ]]; then
    say "Left out: the algorithms on public data, which are not in $EXAMPLES."
    return
  fi
  "$JAVA_HOME/bin/java" -Xmx2g -cp "$(classes)" "$TOP/bench/Algorithms.java" "$EXAMPLES" \
    "$(awk -v s="$WARM_SECONDS" 'BEGIN { print s / 5 }')"
}

classes() { echo "${SERVICE_JAR%/*}/app/*:${SERVICE_JAR%/*}/lib/main/*:${SERVICE_JAR%/*}/lib/boot/*"; }

passes() {
  local lines urls=()
  step "Compiling the passes" "$RUN/compile.log" "$JAVA_HOME/bin/javac" -proc:none -d "$RUN/classes" -cp "$(classes)" \
    "$TOP"/bench/passes/*.java
  for lines in $LINES; do
    step "Writing $lines order lines" "$RUN/lines.log" write_lines "bench_$lines" "$lines"
    urls+=("$(property "$RUN/parts.properties" mysql.root.url | sed "s#\(//[^/]*/\)[^?]*#\1bench_$lines#")")
  done
  "$JAVA_HOME/bin/java" -Xmx2g -cp "$RUN/classes:$(classes)" org.kexin.analysis.Passes \
    "$(property "$RUN/parts.properties" mysql.root.user)" "$(property "$RUN/parts.properties" mysql.root.password)" \
    "$ROUNDS" "${urls[@]}"
}

# write_lines SCHEMA LINES: orders of a few lines each, of ever the same products, over six years. Everything of a row follows
# from its number, so that two runs read the same.
write_lines() {
  local orders=$(($2 / LINES_AN_ORDER)) customers
  customers=$((orders / ORDERS_A_CUSTOMER))
  as_root "create schema $1" \
    "create table $1.sales_transaction like kexin.sales_transaction" \
    "create table $1.sales_transaction_line like kexin.sales_transaction_line" \
    "create table $1.product like kexin.product" \
    "set session unique_checks = 0" \
    "create table $1.digit (d int not null primary key)" \
    "insert into $1.digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)" \
    "create table $1.number (n int not null primary key)" \
    "insert into $1.number select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d + 1000000 * h.d
      from $1.digit a, $1.digit b, $1.digit c, $1.digit e, $1.digit f, $1.digit g, $1.digit h
      where h.d <= $orders div 1000000" \
    "insert into $1.product (id, code, name, category, created_at, version)
      select unhex(lpad(hex(n + 1), 32, '0')), concat('P-', n), concat('Product ', n), concat('C-', n % 50), now(6), 0
      from $1.number where n < $PRODUCTS" \
    "insert into $1.sales_transaction (id, kind, source, number, customer_id, channel, currency, occurred_at, total, line_count,
        quantity, created_at, version)
      select unhex(lpad(hex(n + 1), 32, '0')), 'ORDER', 'bench', n, unhex(lpad(hex(n div $ORDERS_A_CUSTOMER % $customers + 1), 32, '0')),
        'ONLINE', 'CNY', timestamp '2020-01-01 00:00:00' + interval (n * 104729 % 189000000) second,
        1 + (n * 613 % 90000) / 100, $LINES_AN_ORDER, 10, timestamp '2026-01-01 00:00:00', 0
      from $1.number where n < $orders" \
    "insert into $1.sales_transaction_line (transaction_id, line_no, product_id, quantity, unit_price, returned)
      select unhex(lpad(hex(n + 1), 32, '0')), d + 1, unhex(lpad(hex((n * 31 + d * d * 7919 + n div 97) % $PRODUCTS + 1), 32, '0')),
        1 + (n + d) % 4, 1 + (n * 17 + d) % 500 / 10, 0
      from $1.number, $1.digit where n < $orders and d < $LINES_AN_ORDER" \
    "create table $1.customer like kexin.customer" \
    "create table $1.customer_fact_past like kexin.customer_fact_past" \
    "insert into $1.customer (id, code, kind, name, individual, external_ids, source, created_at, updated_at, version)
      select unhex(lpad(hex(n + 1), 32, '0')), n, 'INDIVIDUAL', concat('Customer ', n),
        json_object('gender', elt(1 + n % 2, 'FEMALE', 'MALE'), 'birthDate', concat(1940 + n % 65, '-03-01'),
          'occupation', concat('Occupation ', n % 20), 'incomeBand', elt(1 + n % 3, 'LOW', 'MIDDLE', 'HIGH'), 'maritalStatus', 'MARRIED'),
        '[]', 'WEBSITE', timestamp '2020-01-01 00:00:00', timestamp '2026-01-01 00:00:00', 1
      from $1.number where n < $customers" \
    "insert into $1.customer_fact_past (customer_id, version, until_at, source, gender, birth_year)
      select unhex(lpad(hex(n + 1), 32, '0')), 0, timestamp '2026-02-01 00:00:00', 'FAIR', 'OTHER', 1950
      from $1.number where n < $customers and n % 10 = 0" \
    "use $1" \
    "$(sed '/^--/d; s/;$//' "$TOP/src/main/resources/db/migration/V160__customer_fact.sql")" \
    "analyze table $1.sales_transaction, $1.sales_transaction_line, $1.customer, $1.customer_fact_past" >/dev/null
}

bench_analysis
