# shellcheck shell=bash
# What it brings to commit access records in groups: the bare row read with a record committed in a group, against the same with
# a transaction of its own for each request (a row for the record and one for the person, through Hibernate as the row is read), and
# against a bare insert of one row, which is as cheap as a commit can be but finds no person. And against the row with no record at all:
# no way to write records can be quicker than that.

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
  as_root "create table kexin.bench_record (id binary(16) primary key, at datetime(6) not null, line mediumtext not null)"
  as_root "create table kexin.bench_record_person (record_id binary(16), person_id binary(16), primary key (person_id, record_id))"
  as_root "grant insert on kexin.bench_access to kexin_app"
  as_root "grant insert on kexin.bench_record to kexin_app"
  as_root "grant insert on kexin.bench_record_person to kexin_app"
  local kinds=(customers audited-singly audited-in-transactions audited-in-groups) kind
  say "Warming all for $WARM_SECONDS s ..."
  for _ in 1 2 3; do
    for kind in "${kinds[@]}"; do ask $((WARM_SECONDS / 12)) "$url" "/bench/$kind/" >/dev/null; done
  done
  printf 'requests/s, and how many times less than a transaction of its own a record in a group adds to a request\n'
  printf 'round  no record  one insert  transaction  groups  groups/insert  groups/transaction  adds less\n'
  for ((round = 1; round <= ROUNDS; round++)); do
    echo "$round $(for kind in "${kinds[@]}"; do ask "$ROUND_SECONDS" "$url" "/bench/$kind/" | cut -d' ' -f1; done | xargs)"
  done | awk '{ printf "%5d %10.0f %11.0f %12.0f %7.0f %14.2f %19.2f %10.1f\n", $1, $2, $3, $4, $5, $5 / $3, $5 / $4,
    (1 / $4 - 1 / $2) / (1 / $5 - 1 / $2); fflush() }' | tee "$RUN/rounds.txt"
  printf 'median of the rounds: %s times the throughput of bare inserts, %s times that of transactions;\n' "$(median 6)" "$(median 7)"
  printf 'what recording adds to a request is %s times less (at least 4 is wanted)\n' "$(median 8)"
}

bench_batch
