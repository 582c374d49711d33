# shellcheck shell=bash
# Changes the key-encryption key in three roll-outs of two pods (docs/encryption.md) while 16 connections read and write:
# no request may fail, no data key stay under the old key, and every customer must be readable with the new key alone.
# KEXIN_BENCH_CUSTOMERS says how many there are (20,000).

CUSTOMERS=${KEXIN_BENCH_CUSTOMERS:-20000}
CONNECTIONS=16
# As in k8s/base/deployment.yaml: a pod that is to stop serves on until the load balancer has noticed.
PAUSE_BEFORE_STOP=${KEXIN_BENCH_PAUSE:-10}

bench_rotate_keys() {
  local old new port=${KEXIN_PORT:-8080} log=$RUN/load.tsv began
  use_delivered_service
  compile "$TOP/bench/Load.java"
  start_parts "$RUN"
  start_service
  bench_customers "$CUSTOMERS"
  stop_process "$RUN" service
  old=$(property "$RUN/parts.properties" kexin.encryption-keys)
  new=$(new_key)
  NEXT_PORT=$((port + 1)) PODS=()
  : >"$RUN/endpoints"
  add_pod
  add_pod
  start_load "$CONNECTIONS" work "$CUSTOMERS" "$log"
  began=$SECONDS
  printf '%-22s %9s %12s %12s\n' 'after the roll-out of' 'requests' 'under OLD' 'under NEW'
  figures OLD "$old" "$new"
  roll_out "$old,$new"
  figures OLD,NEW "$old" "$new"
  roll_out "$new,$old"
  until (($(query "select count(*) from data_key where wrapped_by = '$(key_name "$old")'") == 0)); do
    ((SECONDS - began < 900)) || die "the pods do not bring all data keys under the new key; see $RUN/pod-*.log"
    sleep 2
  done
  figures NEW,OLD "$old" "$new"
  roll_out "$new"
  sleep 5
  figures NEW "$old" "$new"
  stop_load
  report "$log" "$old" $((SECONDS - began))
}

# ---- roll-outs as Kubernetes does them: a pod more, ready, before one is taken away

roll_out() { # KEYS
  local pod
  sed -i "s|^kexin.encryption-keys=.*|kexin.encryption-keys=$1|" "$RUN/parts.properties"
  for pod in "${PODS[@]}"; do
    add_pod
    remove_pod "$pod"
  done
}

add_pod() {
  quietly start_pod "pod-$NEXT_PORT" "$NEXT_PORT" || die "a pod did not start; see $RUN/pod-$NEXT_PORT.log"
  write_endpoints "$(cat "$RUN/endpoints")" "http://127.0.0.1:$NEXT_PORT"
  PODS+=("pod-$NEXT_PORT")
  NEXT_PORT=$((NEXT_PORT + 1))
}

remove_pod() {
  write_endpoints "$(grep -v ":${1#pod-}\$" "$RUN/endpoints")"
  sleep "$PAUSE_BEFORE_STOP"
  quietly stop_process "$RUN" "$1" 45
  PODS=("${PODS[@]:1}")
}

# Moved into place: the load reads the file at any moment.
write_endpoints() {
  printf '%s\n' "$@" | sed '/^$/d' >"$RUN/endpoints.new"
  mv "$RUN/endpoints.new" "$RUN/endpoints"
}

# ---- figures

# The name of a key in data_key.wrapped_by: the first four bytes of its SHA-256.
key_name() { base64 -d <<<"$1" | sha256sum | head -c 8; }

figures() { # LABEL OLD NEW
  printf '%-22s %9d %12d %12d\n' "$1" "$(wc -l <"$RUN/load.tsv")" \
    "$(query "select count(*) from data_key where wrapped_by = '$(key_name "$2")'")" \
    "$(query "select count(*) from data_key where wrapped_by = '$(key_name "$3")'")"
}

report() { # LOG OLD SECONDS
  local failed left created readable
  failed=$(awk -F'\t' '$4 == 0 || $4 >= 400' "$1" | tee "$RUN/failed.tsv" | wc -l)
  left=$(query "select count(*) from data_key where wrapped_by = '$(key_name "$2")'")
  created=$(awk -F'\t' '$3 == "createCustomer" && $4 == 201' "$1" | wc -l)
  readable=$(readable_customers)
  awk -F'\t' '{ n[$3]++ } END { for (o in n) printf "%-16s %8d\n", o, n[o] }' "$1" | sort
  say "In $3 s: $(wc -l <"$1") requests, $failed failed; $left data keys under the old key; $readable of $((CUSTOMERS + created)) customers readable with the new key alone."
  ((failed == 0)) || die "requests failed; they are in $RUN/failed.tsv"
  ((left == 0)) || die "data keys are left under the old key"
  ((readable == CUSTOMERS + created)) || die "customers are not readable"
  # Otherwise no request would have met the change.
  (($(wc -l <"$1") > CUSTOMERS / 10 && created > 0)) || die "too few requests for this to say anything"
}

# How many have a phone, each opened to be shown masked, in the pages of the list.
readable_customers() {
  local url page answer next='' count=0
  url=$(head -n 1 "$RUN/endpoints")
  while true; do
    page=$url/v1/customers?pageSize=200$next
    answer=$(curl -fsS -H "Authorization: Bearer $(token service-agent)" -H 'Purpose-Of-Use: service' "$page")
    count=$((count + $(grep -o '"number":"145\*\*\*\*[0-9]*"' <<<"$answer" | wc -l)))
    next=$(field nextPageToken "$answer")
    [[ -n $next ]] || break
    next="&pageToken=$next"
  done
  echo "$count"
}

bench_rotate_keys
