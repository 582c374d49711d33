# shellcheck shell=bash
# Who looked: verified past the service, whether it runs or not.

audit() (
  local command=${1:-}
  (($# == 0)) || shift
  find_jdk
  [[ -f $RUN/parts.properties ]] || die "there is no local database; start one by ./kexin up --detach"
  export_settings
  # Verifying needs the public key only.
  unset KEXIN_AUDIT_SIGNING_KEY
  case $command in
    verify) set -- verify "$RUN/audit-public-key.txt" "$RUN/audit-checkpoints.txt" ;;
    prove) set -- prove "$RUN/audit-public-key.txt" "${1:?usage: kexin audit prove ID}" ;;
    *) die "usage: kexin audit verify | kexin audit prove ID" ;;
  esac
  "$JAVA_HOME/bin/java" -jar "$SERVICE_JAR" audit "$@"
)
