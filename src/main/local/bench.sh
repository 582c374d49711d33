# shellcheck shell=bash
# What the benches share.

need_wrk() {
  command -v wrk >/dev/null && return
  [[ $EUID == 0 ]] && command -v apt-get >/dev/null ||
    die "the load generator wrk is missing: install the package wrk"
  step "Installing wrk" "$RUN/wrk.log" bash -c 'apt-get update && apt-get install -y --no-install-recommends wrk'
}

bench_customer() {
  local answer
  answer=$(curl -fsS -X POST "$1/v1/customers" -H "$AUTHORIZATION" -H "Idempotency-Key: bench-read" \
    -H 'Content-Type: application/json' -d '{"kind":"INDIVIDUAL","name":"张伟明","source":"SYNTHETIC",
      "individual":{"gender":"FEMALE","birthDate":"1970-01-31","occupation":"nurse"},
      "phones":[{"number":"+8614512345678","label":"MOBILE"}],"emails":[{"address":"zhang@example.com"}],
      "addresses":[{"country":"CN","city":"杭州市"}]}')
  field id "$answer"
}

# query SQL: its rows, tab separated.
query() {
  local connector
  connector=$(echo "$TOP"/target/bench/quarkus-app/lib/main/com.mysql.mysql-connector-j-*.jar)
  "$JAVA_HOME/bin/java" -cp "$connector" "$TOP/bench/Query.java" "$(property "$RUN/parts.properties" kexin.db.url)" \
    "$(property "$RUN/parts.properties" kexin.db.user)" "$(property "$RUN/parts.properties" kexin.db.password)" "$1"
}

# The service with what only benches need, on fresh parts.
bench_service() {
  step "Building Kexin for the bench" "$RUN/build.log" maven package -Pbench -Dmaven.test.skip -Dmdep.analyze.skip -Dspotless.check.skip -Dcyclonedx.skip
  start_parts "$RUN"
  # One caller asks as fast as it can for minutes: what is measured is the service, not its quotas.
  export KEXIN_QUOTAS_STANDARD_REQUESTS_PER_MINUTE=100000000 KEXIN_QUOTAS_STANDARD_PERSONS_PER_MINUTE=100000000 \
    KEXIN_QUOTAS_STANDARD_PERSONS_PER_DAY=2000000000
  start_service
}
