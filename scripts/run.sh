#!/usr/bin/env bash
# Starts the service with a demo board:            scripts/run.sh
# Does the whole main job once and checks it:      scripts/run.sh --check [candidates=1200] [--postgres]
# Settings: EXAMS_URLS (http://127.0.0.1:5080), EXAMS_DATA (./data), EXAMS_KEYS (./keys), EXAMS_DATABASE (PostgreSQL instead of SQLite).
# --check uses none of them: its data are its own, and with --postgres so is its PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
usage() { echo "usage: scripts/run.sh [--check [candidates] [--postgres]]" >&2; exit 2; }
check=; candidates=1200; postgres=
while [ $# -gt 0 ]; do
  case $1 in
    --check) check=yes ;;
    --postgres) postgres=yes ;;
    *[!0-9]* | '') usage ;;
    *) candidates=$1; [ "$candidates" -ge 20 ] && [ "$candidates" -le 9000 ] || { echo "candidates: from 20 to 9000" >&2; exit 2; } ;;
  esac
  shift
done
[ -n "$check" ] || [ -z "$postgres" ] || usage
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: there is no 'dotnet' here." >&2; exit 1; }

# Said before anything is built or seeded.
if [ -z "$check" ]; then
  export EXAMS_URLS=${EXAMS_URLS:-http://127.0.0.1:5080}
  first=${EXAMS_URLS%%;*}; place=${first#*://}; place=${place%%/*}
  if [[ $place =~ ^(127\.0\.0\.1|localhost):([1-9][0-9]*)$ ]] && (exec 3<>"/dev/tcp/127.0.0.1/${BASH_REMATCH[2]}") 2>/dev/null; then
    echo "Something listens on $place already; stop it, or set EXAMS_URLS." >&2; exit 1
  fi
fi

bash scripts/install.sh print $([ -n "$check" ] || echo explorer)
if [ -n "$check" ] && ! command -v pdftotext >/dev/null; then
  echo "--check reads the sheets with pdftotext and pdfinfo (poppler-utils), which are missing." >&2; exit 1
fi

build() {
  local said
  said=$(dotnet build "$1" -c Release --nologo -v quiet 2>&1) || { echo "$said"; echo "$1 could not be built." >&2; exit 1; }
}
echo "Building …"
build src/Api
build tests/Rehearsal
service_dll=$PWD/src/Api/bin/Release/net10.0/Exams.Api.dll
api() { dotnet "$service_dll" "$@"; }
rehearsal() { dotnet tests/Rehearsal/bin/Release/net10.0/Exams.Rehearsal.dll "$@"; }

# Whatever was started ends with this script, whichever way it ends.
service=; database=; scratch=
finish() {
  [ -z "$service" ] || kill "$service" 2>/dev/null || true
  if [ -n "$database" ]; then { exec {to_database}>&-; } 2>/dev/null || true; wait "$database" 2>/dev/null || true; fi
  [ -z "$scratch" ] || rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM

# Loads the demo board from a folder. Passwords are random and shown once, here.
seed() {
  local loaded
  rehearsal board "$1" "$candidates"
  loaded=$(api load "$1") || return 1
  board=$(api add-user --username board --name "Board Demo" --role BOARD | sed -n 's/^password: //p') || return 1
  made_for() { echo "$loaded" | sed -n "s/^new user $1, password: //p"; }
  officer=$(made_for officer.us123); neighbour=$(made_for officer.gb045)
  echo "$loaded" | grep -v password
  [ -n "$board" ] && [ -n "$officer" ] || return 1
  echo "Demo sign-ins (random, shown this once; 'add-user --username NAME --reset' makes new ones):"
  echo "  board          $board"
  echo "  officer.us123  $officer   (centre US123, series 2026-06, $candidates candidates)"
  echo "  officer.gb045  $neighbour   (centre GB045)"
}

if [ -z "$check" ]; then
  export EXAMS_DATA=${EXAMS_DATA:-$PWD/data} EXAMS_KEYS=${EXAMS_KEYS:-$PWD/keys} ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  if [ -e "$EXAMS_DATA" ]; then
    echo "The data in $EXAMS_DATA stay as they are; sign-ins were shown when they were made."
  else
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/exams-board.XXXXXX")
    seed "$scratch/board" || { rm -rf "$EXAMS_DATA"; echo "The demo board could not be made; nothing was kept." >&2; exit 1; }
    rm -rf "$scratch"; scratch=
  fi
  [ -d artifacts/explorer/assets ] || [ -n "${EXAMS_EXPLORER:-}" ] || echo "The explorer's scripts are missing (npm brings them); the service runs without."
  echo "Explorer: $first/   GraphQL: $first/graphql   (Ctrl-C stops)"
  exec dotnet "$service_dll"
fi

root=$(mktemp -d "${TMPDIR:-/tmp}/exams-check.XXXXXX")
[ -z "${EXAMS_DATABASE:-}" ] || echo "EXAMS_DATABASE is left alone: --check works on data of its own${postgres:+, in a PostgreSQL of its own}."
unset EXAMS_DATABASE
export EXAMS_DATA=$root/data EXAMS_KEYS=$root/keys EXAMS_URLS=http://127.0.0.1:0 EXAMS_PUBLIC_URL=https://results.example.org/
export ASPNETCORE_ENVIRONMENT=Production
if [ -n "$postgres" ]; then
  bash scripts/install.sh postgres
  coproc DATABASE { rehearsal postgres; }
  database=$DATABASE_PID to_database=${DATABASE[1]}
  read -r EXAMS_DATABASE <&"${DATABASE[0]}" || { echo "There is no PostgreSQL to check with." >&2; exit 1; }
  export EXAMS_DATABASE
  echo "A PostgreSQL of its own: $EXAMS_DATABASE"
fi
seed "$root/board" || { echo "The demo board could not be made." >&2; exit 1; }

dotnet "$service_dll" >"$root/service.log" 2>&1 &
service=$!
address=
for _ in $(seq 300); do
  address=$(sed -n 's/.*Now listening on: \(http:[^ ]*\).*/\1/p' "$root/service.log" | head -n 1)
  [ -n "$address" ] && break
  kill -0 $service 2>/dev/null || { echo "The service did not start:"; tail -n 20 "$root/service.log"; exit 1; }
  sleep 0.2
done
[ -n "$address" ] || { echo "The service did not say where it listens:"; tail -n 20 "$root/service.log"; exit 1; }
echo "The service listens on $address; its data lie in $EXAMS_DATA."

status=0
rehearsal check "$address/" board "$board" officer.us123 "$officer" "$root/papers" || status=1
ended=0; kill $service; wait $service || ended=$?
service=
[ $ended -eq 0 ] || { echo "BROKEN PROMISE: asked to stop, the service ended with $ended."; status=1; }
if grep -q '^fail:\|^crit:' "$root/service.log"; then
  echo "BROKEN PROMISE: the service logged failures ($root/service.log):"; grep -A 3 '^fail:\|^crit:' "$root/service.log" | head -n 20; status=1
fi
[ $status -ne 0 ] || rehearsal scan "$root/papers" "$EXAMS_DATA" "$root/service.log" || status=1
if [ $status -eq 0 ]; then echo "CHECK PASSED"; else echo "CHECK FAILED; everything lies in $root"; fi
exit $status
