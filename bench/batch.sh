# shellcheck shell=bash
# What it brings to commit access records in groups: the bare row read with a record committed in a group, against the same with
# an insert of its own for each request.

WARM_SECONDS=${KEXIN_BENCH_WARM:-60}
ROUND_SECONDS=${KEXIN_BENCH_ROUND:-15}
ROUNDS=${KEXIN_BENCH_ROUNDS:-5}

bench_batch() {
  local url
  need_wrk
  bench_service
  url=$(service_url)
  AUTHORIZATION="Authorization: Bearer $(token service-agent)"
  load_people 10000
  as_root "create table kexin.bench_access like kexin.access_batch"
  as_root "grant insert on kexin.bench_access to kexin_app"
  say "Warming both for $WARM_SECONDS s ..."
  for _ in 1 2 3; do
    ask $((WARM_SECONDS / 6)) "$url" /bench/audited-singly/ >/dev/null
    ask $((WARM_SECONDS / 6)) "$url" /bench/audited-in-groups/ >/dev/null
  done
  printf 'round   singly/s  groups/s   ratio\n'
  for ((round = 1; round <= ROUNDS; round++)); do
    echo "$round $(ask "$ROUND_SECONDS" "$url" /bench/audited-singly/) $(ask "$ROUND_SECONDS" "$url" /bench/audited-in-groups/)"
  done | awk '{ printf "%5d %10.0f %9.0f %7.2f\n", $1, $2, $4, $4 / $2; fflush() }' | tee "$RUN/rounds.txt"
  printf 'median of the rounds: %s times the throughput of single inserts (at least 4 is wanted)\n' "$(median 4)"
}

bench_batch
