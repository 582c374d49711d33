# shellcheck shell=bash
# How long it takes to verify the log of who looked, and to ask who saw one person, with many records in it.
# KEXIN_BENCH_RECORDS says how many (1,000,000).

RECORDS=${KEXIN_BENCH_RECORDS:-1000000}
CALLS=20

bench_audit() {
  local app=$TOP/target/bench/quarkus-app person url calls
  bench_service
  url=$(service_url)
  export_settings
  step "Writing $RECORDS access records" "$RUN/person.txt" \
    "$JAVA_HOME/bin/java" -cp "$app/app/*:$app/lib/main/*:$app/lib/boot/*" org.kexin.audit.FillLog "$RECORDS"
  person=$(<"$RUN/person.txt")
  say "Waiting until they are chained ..."
  until (($(query "select coalesce(sum(records), 0) from access_chain") >= RECORDS)); do sleep 1; done
  audit verify
  calls=$(for ((call = 1; call <= 2 * CALLS; call++)); do
    curl -fsS -o /dev/null -w '%{time_total}\n' -H "Authorization: Bearer $(token privacy-officer)" \
      -H 'Purpose-Of-Use: compliance' "$url/v1/customers/$person/accesses?pageSize=50"
  done)
  tail -n "$CALLS" <<<"$calls" | sort -n |
    awk '{ t[NR] = $1 } END { printf "who saw a person: median %.1f ms, slowest %.1f ms (at most 50 ms is wanted)\n",
      t[int((NR + 1) / 2)] * 1000, t[NR] * 1000 }'
}

bench_audit
