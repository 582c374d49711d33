# shellcheck shell=bash
# Whether vouchers and points are spent once and never beyond their limits, though pods are killed: 64 connections over two
# pods redeem vouchers, each limited to 1,000, and spend the points of one account, which orders and staff feed; every call
# is repeated with its key until it is answered. KEXIN_BENCH_KILLS says how often a pod is killed (30).

KILLS=${KEXIN_BENCH_KILLS:-30}
CUSTOMERS=600
CUSTOMER_LIMIT=3
VOUCHER_LIMIT=1000
COST=30
POINTS_OF_A_PIECE=10
# Long enough for some work, also on a machine that is busy with starting the other.
POD_LIFE=(1 6)

bench_kill_spend() {
  use_delivered_service
  compile "$TOP"/bench/{Caller,Told,Spend}.java
  start_parts "$RUN"
  start_service
  bench_customers "$CUSTOMERS"
  local promotion product programme account member log=$RUN/told.tsv began
  query "select bin_to_uuid(id) from customer" >"$RUN/ids.txt"
  member=$(head -n 1 "$RUN/ids.txt")
  prepare
  stop_process "$RUN" service
  name_pods
  start_both_pods
  launch "$RUN" load "$JAVA_HOME/bin/java" -cp "$RUN/classes" Spend "$RUN/endpoints" \
    "$(property "$RUN/parts.properties" kexin.oidc.url)" "$promotion" "$product" "$account" "$member" "$RUN/ids.txt" "$log"
  quietly await "$RUN" load 120 told_some "$log"
  began=$SECONDS
  background tell_progress "$log"
  local teller=$!
  kill_pods "$KILLS"
  kill "$teller"
  start_both_pods
  process_of "$RUN" load >/dev/null || die "the load did not live through the kills; see $RUN/load.log"
  quietly stop_process "$RUN" load 300
  [[ $(tail -n 1 "$log") == END ]] || die "the load was not brought to its end; see $RUN/load.log"
  judge "$log" $((SECONDS - began))
}

# A promotion with an offer, and a member of a programme whose points are at once available.
prepare() {
  promotion=$(made marketing /v1/promotions '{"name":"Bench","type":"VOUCHER","media":["INTERNET"],
    "startsAt":"2026-01-01T00:00:00Z","endsAt":"2099-01-01T00:00:00Z","intent":{"purpose":"To be measured."},
    "cost":{"fixed":{"amount":"100","currency":"CNY"},"hardBudget":false},"offers":[{"key":"spring","discount":{"percent":"10"}}]}')
  post marketing "/v1/promotions/$promotion/starts" >"$RUN/started.json"
  product=$(made data-steward /v1/products '{"code":"BENCH","name":"Lantern"}')
  programme=$(made marketing /v1/loyalty/programmes '{"code":"bench","name":"Bench","terms":{
    "validityMonths":12,"pendingDays":0,"spentPoints":"CAPPED","rules":[{"kind":"QUANTITY","points":'"$POINTS_OF_A_PIECE"'}]}}')
  account=$(made data-steward /v1/loyalty/accounts "{\"programmeId\":\"$programme\",\"customerId\":\"$member\"}")
}

told_some() { [[ $(wc -l 2>/dev/null <"$1") -gt 100 ]]; }

tell_progress() {
  while sleep 15 && process_of "$RUN" load >/dev/null; do
    awk -F'\t' -v kills="$(kills_so_far)" '$1 == "redeem" && $4 == 201 { redeemed++ } $1 == "spend" && $4 == 200 { spent++ }
      { lost += $9 > 0 } END { printf "%4d kills, %6d redeemed, %6d spendings, %5d calls with lost answers\n",
        kills, redeemed, spent, lost }' "$1"
  done
}

# ---- what was told against what is in the database

judge() { # LOG SECONDS
  local lost replayed rows
  lost=$(awk -F'\t' '$9 > 0' "$1" | wc -l)
  replayed=$(awk -F'\t' '$10 == 1' "$1" | wc -l)
  printf '%-70s %9s %9s\n' '' 'must be' is
  judge_vouchers "$1"
  judge_points "$1"
  rows=$(query "select count(*) from voucher_redemption")
  say "Killed $(kills_so_far) times in $2 s: $(($(wc -l <"$1") - 1)) calls answered, $rows redemptions of $(told "$1" voucher 201 | wc -l) vouchers," \
    "$(told "$1" spend 200 | wc -l) spendings; $lost calls lost an answer, $replayed of them had been done."
  all_must_hold
  # Otherwise the kills fell beside the load.
  ((lost > KILLS)) || die "too few answers were lost for this to say anything"
}

# told LOG OPERATION STATUS: the ids that callers were told, one for each key.
told() { awk -F'\t' -v o="$2" -v s="$3" '$1 == o && $4 == s { print $6 }' "$1" | sort; }

# same_ids LABEL TOLD-FILE SQL: that the ids of callers are those of the rows, each once.
same_ids() {
  query "$3" | sort >"$RUN/rows.txt"
  holds "$1: ids told twice" 0 "$(uniq -d "$2" | wc -l)"
  holds "$1: told, but not there" 0 "$(comm -23 "$2" "$RUN/rows.txt" | wc -l)"
  holds "$1: there, but not told" 0 "$(comm -13 "$2" "$RUN/rows.txt" | wc -l)"
}

judge_vouchers() {
  local vouchers
  vouchers=$(told "$1" voucher 201 | wc -l)
  told "$1" redeem 201 >"$RUN/told-redemptions.txt"
  holds "redemptions, $VOUCHER_LIMIT for each of $vouchers vouchers" $((vouchers * VOUCHER_LIMIT)) \
    "$(query "select count(*) from voucher_redemption where rolled_back_at is null")"
  holds "keys that were told of a redemption" $((vouchers * VOUCHER_LIMIT)) "$(wc -l <"$RUN/told-redemptions.txt")"
  same_ids redemptions "$RUN/told-redemptions.txt" "select bin_to_uuid(id) from voucher_redemption"
  holds "vouchers whose rows are not $VOUCHER_LIMIT" 0 "$(query "select count(*) from voucher v where $VOUCHER_LIMIT <>
    (select count(*) from voucher_redemption r where r.voucher_id = v.id)")"
  holds "vouchers whose count is not $VOUCHER_LIMIT" 0 "$(query "select count(*) from voucher where redeemed <> $VOUCHER_LIMIT")"
  holds "customers of a voucher whose count is not that of their rows" 0 "$(query "select count(*) from voucher_customer c
    where c.redeemed <> (select count(*) from voucher_redemption r where r.voucher_id = c.voucher_id and r.customer_id = c.customer_id)")"
  holds "customers above their limit of $CUSTOMER_LIMIT" 0 "$(query "select count(*) from (select 1 from voucher_redemption
    group by voucher_id, customer_id having count(*) > $CUSTOMER_LIMIT) above")"
  holds "redemptions counted for the promotion" "$(wc -l <"$RUN/told-redemptions.txt")" "$(query "select redemptions from promotion_tally")"
  holds "discounts of the promotion" "$(query "select sum(discount) from voucher_redemption")" "$(query "select discounts from promotion_tally")"
}

judge_points() {
  local entries="(select e.*, (credit = 'AVAILABLE') * points - (debit = 'AVAILABLE') * points available,
      (credit = 'PENDING') * points - (debit = 'PENDING') * points pending,
      (credit = 'OWED') * points - (debit = 'OWED') * points owed from points_entry e) e"
  local is=() given earned spent
  told "$1" spend 200 >"$RUN/told-spendings.txt"
  told "$1" give 200 >"$RUN/told-gifts.txt"
  told "$1" order 201 >"$RUN/told-orders.txt"
  same_ids spendings "$RUN/told-spendings.txt" "select distinct bin_to_uuid(operation_id) from points_entry where kind = 'SPEND'"
  same_ids adjustments "$RUN/told-gifts.txt" "select bin_to_uuid(id) from points_adjustment"
  same_ids orders "$RUN/told-orders.txt" "select bin_to_uuid(id) from sales_transaction"
  given=$(amount "$1" give 1) earned=$(amount "$1" order "$POINTS_OF_A_PIECE") spent=$(amount "$1" spend 1)
  holds "points earned" "$earned" "$(query "select coalesce(sum(points), 0) from points_entry where kind = 'EARN'")"
  holds "points given" "$given" "$(query "select coalesce(sum(points), 0) from points_entry where kind = 'ADJUST'")"
  holds "points spent" "$spent" "$(query "select coalesce(sum(points), 0) from points_entry where kind = 'SPEND'")"
  read -ra is < <(query "select available, pending, owed, entry_count from loyalty_account")
  holds "points left: too few for a spending of $COST" yes "$( ((is[0] >= 0 && is[0] < COST)) && echo yes || echo "${is[0]}")"
  holds "points left, by what was told" $((given + earned - spent)) "${is[0]}"
  holds "points left, by the entries" "$(query "select sum(available) from $entries")" "${is[0]}"
  holds "points pending and owed, by the entries" "$(query "select concat(sum(pending), ' ', -sum(owed)) from $entries")" "${is[1]} ${is[2]}"
  holds "points left, by the lots" "$(query "select sum(available) from points_lot")" "${is[0]}"
  holds "entries, and the last number" "${is[3]} ${is[3]}" "$(query "select concat(count(*), ' ', max(number)) from points_entry")"
  holds "moments at which the balance was below zero" 0 "$(query "select count(*) from
    (select sum(available + owed) over (order by number) balance, sum(available) over (order by number) available from $entries) moments
    where balance < 0 or available < 0")"
  holds "accounts that GET /v1/loyalty/ledger-checks names" '"checked":1,"differing":[]' "$(curl -fsS "$(pod_url 1)/v1/loyalty/ledger-checks" \
    -H "Authorization: Bearer $(token data-steward)" | grep -o '"checked":.*\]')"
}

# amount LOG OPERATION FACTOR: the sum of what was asked for and done.
amount() { awk -F'\t' -v o="$2" -v f="$3" '$1 == o && $4 < 300 { n += $3 == "-" ? $2 * f : 0 } END { print n + 0 }' "$1"; }

bench_kill_spend
