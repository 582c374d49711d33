# shellcheck shell=bash
# "./kexin load": a bulk import over the public API. Part of ./kexin.

# call CURL-ARGUMENT...: as the role that may import; a new token each time, for an import may outlive one.
call() { curl -sS -H "Authorization: Bearer $(token data-steward)" -H 'Purpose-Of-Use: quality' "$@"; }

load() {
  (($# == 2)) || die "usage: kexin load customers|products|transactions|retail-lines FILE"
  local kind=$1 file=$2 url type key answer run
  local encoding=()
  [[ -r $file ]] || die "cannot read $file"
  [[ $kind =~ ^(customers|products|transactions|retail-lines)$ ]] || die "there is no kind '$kind' to load"
  case ${file%.gz} in
    *.csv) type=text/csv ;;
    *.ndjson) type=application/x-ndjson ;;
    *) die "$file must end in .csv or .ndjson, or in one of these and .gz" ;;
  esac
  [[ $file != *.gz ]] || encoding=(-H 'Content-Encoding: gzip')
  url=$(service_url)
  # The same file of the same kind is the same import: sent again, it goes on where it was.
  key=$({ echo "$kind"; cat "$file"; } | sha256sum | cut -c 1-64)
  say "Loading $kind from $file ..."
  # An empty Expect: curl would wait a second for a go-ahead.
  answer=$(call -i -X POST -T "$file" -H "Content-Type: $type" "${encoding[@]}" -H "Idempotency-Key: $key" -H 'Expect:' \
    "$url/v1/imports?kind=$kind") || die "sending $file failed; call the same command again to go on"
  run=$(tr -d '\r' <<<"$answer" | sed -n 's/^[Ll]ocation: *//p' | tail -n 1)
  [[ -n $run ]] || die "the service refused the import: $answer"
  [[ $run == http* ]] || run=$url$run
  follow "$run" "$file"
}

# follow RUN FILE: shows the progress of an import until its end, and fetches the lines it refused.
follow() {
  local run=$1 errors line event='' shown=-1 began=$SECONDS
  errors=$(basename "$2").errors.csv
  while IFS= read -r line; do
    if [[ $line == data:* ]]; then
      event=${line#data:}
      show_progress "$event"
    fi
  done < <(call -N -H 'Accept: text/event-stream' "$run/progress")
  [[ ! -t 2 ]] || say
  case $(field state "$event") in
    COMPLETED | SUCCEEDED) ;;
    FAILED | CANCELLED) die "the import ended as $(field state "$event"): $event" ;;
    *) die "the import was interrupted; call the same command again to go on" ;;
  esac
  say "$(field linesRead "$event") lines in $((SECONDS - began)) s: $(field accepted "$event") accepted, $(field refused "$event") refused"
  if (($(field refused "$event") > 0)); then
    call -f -o "$errors" "$run/errors" || die "the lines refused could not be fetched from $run/errors"
    say "Why lines were refused: $PWD/$errors"
  fi
}

# On a terminal one line that is drawn again and again, elsewhere a line for every tenth.
show_progress() {
  local total percent text
  total=$(field bytesTotal "$1")
  percent=$((${total:-0} > 0 ? $(field bytesDone "$1") * 100 / total : 0))
  text=$(printf '[%-20s] %3d %%  %s lines, %s accepted, %s refused, %d s' "$(printf '%*s' $((percent / 5)) '' | tr ' ' '#')" \
    "$percent" "$(field linesRead "$1")" "$(field accepted "$1")" "$(field refused "$1")" $((SECONDS - began)))
  if [[ -t 2 ]]; then
    printf '\r%s\033[K' "$text" >&2
  elif ((percent / 10 > shown)); then
    say "$text"
    shown=$((percent / 10))
  fi
}
