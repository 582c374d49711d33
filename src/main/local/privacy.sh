# shellcheck shell=bash
# Erasures after a restored backup: repeated before the service starts.

privacy() (
  local command=${1:-} file=${2:-$RUN/erasures.txt}
  [[ $command == replay-erasures ]] || die "usage: kexin privacy replay-erasures [FILE]"
  find_jdk
  [[ -f $RUN/parts.properties ]] || die "there is no local database; start one by ./kexin up --detach"
  [[ -f $file ]] || die "there is no file $file"
  export_settings
  KEXIN_LOG_JSON=false "$JAVA_HOME/bin/java" -jar "$SERVICE_JAR" privacy replay-erasures "$file"
)
