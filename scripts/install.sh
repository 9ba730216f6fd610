#!/usr/bin/env bash
# Installs what the tests, the explorer and the printer use beyond the .NET SDK, where this machine lets us,
# and says plainly what is missing where it does not. Safe to run again; quiet when there is nothing to do.
#   scripts/install.sh [print] [explorer] [tools] [browser] [postgres] [bench] [peers] [clients]      (default: print explorer)
set -uo pipefail
cd "$(dirname "$0")/.."
mkdir -p artifacts

have() { command -v "$1" >/dev/null 2>&1; }
library() { ldconfig -p 2>/dev/null | grep -q "$1"; }

updated=
apt_install() {
  if [ "$(id -u)" -ne 0 ] || ! have apt-get; then
    echo "missing: please install the Debian package(s) $*" >&2
    return 1
  fi
  [ -n "$updated" ] || apt-get update -qq >artifacts/apt.log 2>&1
  updated=yes
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>artifacts/apt.log 2>&1 ||
    { echo "missing: apt-get could not install $* (artifacts/apt.log says why)" >&2; return 1; }
}

# npm_install FOLDER PACKAGE@VERSION … : exactly these packages, in a folder of their own.
npm_install() {
  local folder=artifacts/$1; shift
  [ -f "$folder/.done" ] && [ "$(cat "$folder/.done")" = "$*" ] && return 0
  have npm || { echo "missing: npm, to install $*" >&2; return 1; }
  mkdir -p "$folder"
  [ -f "$folder/package.json" ] || echo '{ "private": true }' >"$folder/package.json"
  npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --legacy-peer-deps --loglevel=error "$@" >"$folder/npm.log" 2>&1 ||
    { echo "missing: npm could not install $* ($folder/npm.log says why)" >&2; return 1; }
  echo "$*" >"$folder/.done"
}

# npm_locked FOLDER SOURCE : the packages of a folder with a package-lock.json, at exactly those versions and hashes.
npm_locked() {
  local folder=artifacts/$1 source=$2
  cmp -s "$source/package-lock.json" "$folder/.done" && return 0
  have npm || { echo "missing: npm, to install the packages of $source" >&2; return 1; }
  mkdir -p "$folder"
  cp "$source"/package{,-lock}.json "$folder/"
  npm ci --prefix "$folder" --no-audit --no-fund --ignore-scripts --loglevel=error >"$folder/npm.log" 2>&1 ||
    { echo "missing: npm could not install the packages of $source ($folder/npm.log says why)" >&2; return 1; }
  cp "$source/package-lock.json" "$folder/.done"
}

for what in "${@:-print}"; do
  case $what in
    print)
      library libpangocairo-1.0.so.0 || apt_install libpangocairo-1.0-0
      have pdftotext || apt_install poppler-utils
      bash scripts/fonts.sh || true ;;
    explorer)
      if npm_install explorer graphiql@3.9.0 react@18.3.1 react-dom@18.3.1; then
        mkdir -p artifacts/explorer/assets
        cp artifacts/explorer/node_modules/graphiql/graphiql.min.{js,css} artifacts/explorer/assets/
        cp artifacts/explorer/node_modules/react/umd/react.production.min.js artifacts/explorer/assets/
        cp artifacts/explorer/node_modules/react-dom/umd/react-dom.production.min.js artifacts/explorer/assets/
      fi ;;
    tools)
      npm_install tools graphql@16.15.0 graphql17@npm:graphql@17.1.0 graphql-http@1.23.1 graphql-ws@6.4.2 graphql-sse@2.6.1 \
        ws@8.23.0 ibm-graphql-query-generator@1.2.0 ;;
    browser)
      have chromium || apt_install chromium
      npm_install browser playwright-core@1.64.1 ;;
    postgres)
      compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || apt_install postgresql ;;
    bench)
      have wrk || apt_install wrk ;;
    peers)
      npm_install peers graphql@16.15.0 fastify@5.12.8 mercurius@16.10.1 graphql-jit@0.8.9 graphql-yoga@5.24.1 @apollo/server@5.5.1 \
        @graphql-tools/schema@11.0.6 dataloader@2.2.3 ;;
    clients)
      have jq || apt_install jq
      have curl || apt_install curl
      npm_locked clients tests/Clients ;;
    *) echo "scripts/install.sh: what is '$what'?" >&2; exit 2 ;;
  esac
done
exit 0
