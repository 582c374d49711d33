# shellcheck shell=bash
# Whether personal data stands in clear anywhere that it should not: persons whose numbers, addresses and names exist nowhere
# else go through every operation of the contract (bench/canaries), then all files of the database, all logs and the
# metrics are searched for them. Names may stand in the database (docs/encryption.md), nowhere else.
# KEXIN_BENCH_PERSONS says how many (1,000).

PERSONS=${KEXIN_BENCH_PERSONS:-1000}

bench_canaries() {
  local url found=$RUN/found
  use_delivered_service
  compile "$TOP"/bench/canaries/*.java
  start_parts "$RUN"
  mkdir "$RUN/found" "$RUN/tmp" "$RUN/keycloak-logs"
  # Analysts are asked about what was sold a moment ago.
  KEXIN_ANALYSIS_CUT_EVERY=0s JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=$RUN/tmp start_service
  url=$(service_url)
  step "Sending $PERSONS persons through every operation" "$RUN/canaries.log" "$JAVA_HOME/bin/java" \
    -cp "$RUN/classes:${SERVICE_JAR%/*}/lib/main/*" Canaries "$TOP/openapi/kexin.yaml" "$url" \
    "$(property "$RUN/parts.properties" kexin.oidc.url)" "$(property "$RUN/parts.properties" mysql.root.url)" \
    "$(property "$RUN/parts.properties" mysql.root.user)" "$(property "$RUN/parts.properties" mysql.root.password)" \
    "$PERSONS" "$found"
  tail -n 1 "$RUN/canaries.log" >&2
  audit verify
  curl -fsS "$url/q/metrics" >"$RUN/metrics.txt"
  stop_process "$RUN" service
  # A restored backup is not put to use before the erasures are repeated on it.
  privacy replay-erasures 2>&1 | grep 'erasures repeated' >&2
  [[ $(query "select count(*) from customer c join erasure e on e.person_id = c.id where c.name is not null") == 0 ]] ||
    die "somebody who was erased is back after the replay"
  write_all_to_disk
  stop_parts "$RUN"
  find "$RUN/keycloak" -name '*.log' -exec cp {} "$RUN/keycloak-logs/" \;

  say "Searching $(du -sm "$RUN/mysql" | cut -f 1) MB of the database, $(du -k "$RUN/service.log" | cut -f 1) kB of the service's log ..."
  local everywhere=("$RUN/mysql" "$RUN/tmp" "$RUN"/*.log "$RUN/keycloak-logs" "$RUN/metrics.txt" "$RUN/audit-checkpoints.txt" "$found/refusals.log")
  # What was put there on purpose must be found, in each kind of file on its own.
  found_all_planted kexin/planted.ibd 40 15
  found_all_planted 'binlog.0*' 40 15
  # The ends of its blocks of 512 bytes cut some.
  found_all_planted '#innodb_redo' 30 11
  # Names are not sealed: they tell that all persons got as far as the database.
  (($(occurrences names.txt "$RUN/mysql" | wc -l) >= PERSONS)) || die "not all names are in the database, so not all persons were sent"
  # Names come back with a backup until the erasures are repeated on it, which is done before it is put to use.
  where values.txt "${everywhere[@]}" "$found/restored.log" >"$RUN/leaks.txt"
  where names.txt "${everywhere[@]:1}" >>"$RUN/leaks.txt"
  printf '%8d files and folders searched for %d forms of values and %d of names: found in %d places\n' "${#everywhere[@]}" \
    "$(wc -l <"$found/values.txt")" "$(wc -l <"$found/names.txt")" "$(wc -l <"$RUN/leaks.txt")"
  [[ ! -s $RUN/leaks.txt ]] || { head -n 20 "$RUN/leaks.txt" >&2; die "personal data stands in clear; the whole list is $RUN/leaks.txt"; }
  say "Held: none was found, nor did anything of the $(wc -l <"$RUN/erasures.txt") erased come back with a backup; what was planted was found."
}

found_all_planted() { # FILES VALUES NAMES
  local values names
  # shellcheck disable=SC2086 # a pattern of names
  values=$(occurrences planted-values.txt "$RUN/mysql/"$1 | wc -l) names=$(occurrences planted-names.txt "$RUN/mysql/"$1 | wc -l)
  ((values >= $2 && names >= $3)) ||
    die "of 40 values and 15 names that were planted in $1 the search finds $values and $names: that it finds nothing else would mean nothing"
}

# occurrences PATTERNS PLACE...: which of them occur, each once.
occurrences() {
  local patterns=$RUN/found/$1
  shift
  LC_ALL=C grep -rahoF -f "$patterns" -- "$@" | sort -u
}

# where PATTERNS PLACE...: file and pattern, each pair once.
where() {
  local patterns=$RUN/found/$1
  shift
  { LC_ALL=C grep -raoF -f "$patterns" -- "$@" || true; } | sort -u
}

# Out of the memory of MySQL and into its files, before it stops in the usual way, which keeps redo and undo logs.
write_all_to_disk() {
  as_root 'flush tables' 'flush engine logs' 'flush binary logs' 'set global innodb_max_dirty_pages_pct_lwm = 0' \
    'set global innodb_max_dirty_pages_pct = 0'
  until [[ $(as_root "show global status like 'Innodb_buffer_pool_pages_dirty'") == *$'\t0' ]]; do sleep 1; done
}

bench_canaries
