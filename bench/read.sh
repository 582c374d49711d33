# shellcheck shell=bash
# What a read of personal data costs: GET /v1/customers/{id} with token, quotas, policy, decryption and committed audit, against
# the same rows read bare. Both are asked in turn within one run, so that the machine's mood cancels out; each request asks for
# another of many customers, so that nothing is answered from what the last one read.

CUSTOMERS=${KEXIN_BENCH_CUSTOMERS:-10000}
WARM_SECONDS=${KEXIN_BENCH_WARM:-60}
ROUND_SECONDS=${KEXIN_BENCH_ROUND:-15}
ROUNDS=${KEXIN_BENCH_ROUNDS:-5}

bench_read() {
  local url
  need_wrk
  bench_service
  url=$(service_url)
  AUTHORIZATION="Authorization: Bearer $(token service-agent)"
  load_people "$CUSTOMERS"
  say "Warming both for $WARM_SECONDS s ..."
  for _ in 1 2 3; do
    ask $((WARM_SECONDS / 6)) "$url" /bench/customers/ >/dev/null
    ask $((WARM_SECONDS / 6)) "$url" /v1/customers/ >/dev/null
  done
  printf 'round   bare/s   real/s   ratio  bare p99 ms  real p99 ms   ratio\n'
  for ((round = 1; round <= ROUNDS; round++)); do
    echo "$round $(ask "$ROUND_SECONDS" "$url" /bench/customers/) $(ask "$ROUND_SECONDS" "$url" /v1/customers/)"
  done | awk '{ printf "%5d %8.0f %8.0f %7.3f %12.2f %12.2f %7.2f\n", $1, $2, $4, $4 / $2, $3, $5, $5 / $3; fflush() }' | tee "$RUN/rounds.txt"
  printf 'median of the rounds: throughput %s of the bare read (at least 0.55 is wanted), p99 %s times its (at most 3)\n' \
    "$(median 4)" "$(median 7)"
}

bench_read
