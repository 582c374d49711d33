# shellcheck shell=bash
# How long statistics and RFM take over the whole Online Retail sample, warm: the slowest of ten calls each, to be
# below 3 s.

CALLS=10

bench_analysis() {
  local url path
  bench_service
  load_sample_once
  url=$(service_url)
  for path in 'statistics' 'rfm?referenceDate=2011-12-10'; do
    for ((call = 1; call <= CALLS; call++)); do seconds_of "$url/v1/analysis/$path" >/dev/null; done
    for ((call = 1; call <= CALLS; call++)); do seconds_of "$url/v1/analysis/$path"; done | sort -n |
      awk -v name="$path" '{ t[NR] = $1 } END { printf "%-32s median %.3f s, slowest %.3f s (at most 3 s is wanted)\n",
        name, t[int((NR + 1) / 2)], t[NR] }'
  done
}

seconds_of() {
  curl -fsS -o /dev/null -w '%{time_total}\n' -H "Authorization: Bearer $(token analyst)" -H 'Purpose-Of-Use: analysis' "$1"
}

bench_analysis
