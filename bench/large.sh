# shellcheck shell=bash
# What is large: an order of 10,000 lines, sent and read back whole, and the time line of a customer with 100,000 contacts, its
# first page, one from its middle and one of a rare kind. Each is asked for over and over for KEXIN_BENCH_WARM seconds (60) first.

WARM_SECONDS=${KEXIN_BENCH_WARM:-60}
CONTACTS=${KEXIN_BENCH_CONTACTS:-100000}
ORDER_LINES=${KEXIN_BENCH_LINES:-10000}
CALLS=20

bench_large() {
  local url customer middle
  bench_service
  url=$(service_url)
  AUTHORIZATION="Authorization: Bearer $(token data-steward)"
  curl -fsS -o /dev/null -X POST "$url/v1/products" -H "$AUTHORIZATION" -H 'Idempotency-Key: bench-large' \
    -H 'Content-Type: application/json' -d '{"code":"BENCH-1","name":"Lantern"}'
  AUTHORIZATION="Authorization: Bearer $(token sales)"
  customer=$(bench_customer "$url")
  write_contacts "$customer"
  middle=$(token_of_the_middle "$url/v1/customers/$customer/timeline?pageSize=200")
  say "Warming for $WARM_SECONDS s ..."
  local until=$((SECONDS + WARM_SECONDS))
  while ((SECONDS < until)); do
    order "$url" "$customer" >/dev/null
    get "$url/v1/customers/$customer/timeline?pageSize=50" >/dev/null
    get "$url/v1/customers/$customer/timeline?pageSize=50&kind=VISIT" >/dev/null
  done
  repeat order "$url" "$customer" | summary "an order of $ORDER_LINES lines sent and read back" 1000
  repeat timed "$url/v1/customers/$customer/timeline?pageSize=50" | summary "first page of $CONTACTS contacts" 30
  repeat timed "$url/v1/customers/$customer/timeline?pageSize=200&pageToken=$middle" | summary "a page of 200 from the middle" 30
  repeat timed "$url/v1/customers/$customer/timeline?pageSize=50&kind=VISIT" | summary "a page of a rare kind" 30
}

# Contacts of one customer, a minute apart; one in a thousand is a visit.
write_contacts() {
  as_root "set session cte_max_recursion_depth = $CONTACTS" \
    "insert into kexin.interaction (id, customer_id, kind, direction, channel, occasion, occurred_at, subject, recorded_at, recorded_by, version)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < $CONTACTS)
      select uuid_to_bin(uuid()), uuid_to_bin('$1'), if(i % 1000 = 0, 'VISIT', 'CALL'), 'INCOMING', 'PHONE', 'SERVICE',
        timestamp '2020-01-01 00:00:00' + interval i minute, 'Asks when it comes.', now(6), 'bench', 0 from n" \
    "analyze table kexin.interaction" >/dev/null
}

# token_of_the_middle URL: of the page before which half of the contacts lie, found page by page.
token_of_the_middle() {
  local page next=
  for ((page = 0; page < CONTACTS / 400; page++)); do
    next=$(get "$1${next:+&pageToken=$next}" | sed 's/.*"nextPageToken":"\([^"]*\)".*/\1/')
  done
  echo "$next"
}

# order URL CUSTOMER: seconds from the first byte sent to the last line read back.
order() {
  local id next=1 total number lines=0
  number=bench-$RANDOM$RANDOM$RANDOM
  awk -v n="$ORDER_LINES" -v c="$2" -v number="$number" 'BEGIN {
    printf "{\"kind\":\"ORDER\",\"number\":\"%s\",\"customerId\":\"%s\",\"channel\":\"ONLINE\",\"currency\":\"CNY\",\"occurredAt\":\"2026-03-01T08:26:00Z\",\"lines\":[", number, c
    for (i = 1; i <= n; i++) printf "%s{\"productCode\":\"BENCH-1\",\"quantity\":%d,\"unitPrice\":\"2.55\"}", (i > 1 ? "," : ""), i % 9 + 1
    print "]}" }' >"$RUN/order.json"
  total=$(curl -fsS -o "$RUN/receipt.json" -w '%{time_total}' -X POST "$1/v1/transactions" -H "$AUTHORIZATION" \
    -H "Idempotency-Key: $number" -H 'Content-Type: application/json' --data-binary "@$RUN/order.json")
  id=$(field id "$(<"$RUN/receipt.json")")
  while [[ -n $next ]]; do
    total="$total $(curl -fsS -o "$RUN/lines.json" -w '%{time_total}' "$1/v1/transactions/$id?fromLine=$next" \
      -H "$AUTHORIZATION" -H 'Purpose-Of-Use: sales')"
    next=$(grep -o '"nextLine":[0-9]*' "$RUN/lines.json" | cut -d: -f2 || true)
    lines=$((lines + $(grep -o '"lineNo":' "$RUN/lines.json" | wc -l)))
  done
  ((lines == ORDER_LINES)) || die "$lines of $ORDER_LINES lines were read back"
  awk '{ for (i = 1; i <= NF; i++) t += $i; print t }' <<<"$total"
}

get() { curl -fsS "$1" -H "$AUTHORIZATION" -H 'Purpose-Of-Use: sales'; }

timed() { curl -fsS -o /dev/null -w '%{time_total}\n' "$1" -H "$AUTHORIZATION" -H 'Purpose-Of-Use: sales'; }

repeat() {
  local call
  for ((call = 1; call <= CALLS; call++)); do "$@"; done
}

# summary WHAT LIMIT-MS: of the seconds on standard input.
summary() {
  sort -n | awk -v what="$1" -v limit="$2" '{ t[NR] = $1 }
    END { printf "%-45s median %6.1f ms, slowest %6.1f ms (at most %d ms is wanted)\n", what, t[int((NR + 1) / 2)] * 1000, t[NR] * 1000, limit }'
}

bench_large
