# shellcheck shell=bash
# What a read of personal data costs: GET /v1/customers/{id} with token, policy and committed audit, against the
# same row read bare. Both are asked in turn within one run, so that the machine's mood cancels out.

CONNECTIONS=32
WARM_SECONDS=${KEXIN_BENCH_WARM:-60}
ROUND_SECONDS=${KEXIN_BENCH_ROUND:-15}
ROUNDS=${KEXIN_BENCH_ROUNDS:-5}

bench_read() {
  local url id real bare
  need_wrk
  bench_service
  url=$(service_url)
  AUTHORIZATION="Authorization: Bearer $(token service-agent)"
  id=$(bench_customer "$url")
  real=$url/v1/customers/$id bare=$url/bench/customers/$id
  say "Warming both for $WARM_SECONDS s ..."
  for _ in 1 2 3; do
    requests_per_second $((WARM_SECONDS / 6)) "$bare" >/dev/null
    requests_per_second $((WARM_SECONDS / 6)) "$real" >/dev/null
  done
  printf 'round   bare/s   real/s   ratio\n'
  for ((round = 1; round <= ROUNDS; round++)); do
    local b r
    b=$(requests_per_second "$ROUND_SECONDS" "$bare")
    r=$(requests_per_second "$ROUND_SECONDS" "$real")
    awk -v n="$round" -v b="$b" -v r="$r" 'BEGIN { printf "%5d %8.0f %8.0f %7.3f\n", n, b, r, r / b }'
  done | tee "$RUN/read.txt"
  sort -k4 -n "$RUN/read.txt" | awk '{ ratio[NR] = $4 } END { printf "median ratio %.3f (at least 0.4 is wanted)\n", ratio[int((NR + 1) / 2)] }'
}

# requests_per_second SECONDS URL; an answer other than 2xx ends the run: refusals are fast and would look like speed.
requests_per_second() {
  local report
  report=$(wrk -t1 -c "$CONNECTIONS" -d "$1s" -H "$AUTHORIZATION" -H 'Purpose-Of-Use: service' "$2")
  [[ $report != *Non-2xx* ]] || die "not every answer was a success: $report"
  sed -n 's/^Requests\/sec: *//p' <<<"$report"
}

bench_read
