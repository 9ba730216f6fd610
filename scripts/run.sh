#!/usr/bin/env bash
# Starts the service with a demo board:            scripts/run.sh
# Does the whole main job once and checks it:      scripts/run.sh --check [candidates]
# Settings: EXAMS_URLS (http://127.0.0.1:5080), EXAMS_DATA (./data), EXAMS_KEYS (./keys), EXAMS_DATABASE (PostgreSQL instead of SQLite).
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
check=; candidates=1200
if [ "${1:-}" = --check ]; then check=yes; candidates=${2:-1200}; elif [ $# -gt 0 ]; then echo "usage: scripts/run.sh [--check [candidates]]" >&2; exit 2; fi

bash scripts/install.sh print $([ -n "$check" ] || echo explorer)
dotnet build src/Api -c Release --nologo -v quiet
dotnet build tests/Rehearsal -c Release --nologo -v quiet
api() { dotnet src/Api/bin/Release/net10.0/Exams.Api.dll "$@"; }
rehearsal() { dotnet tests/Rehearsal/bin/Release/net10.0/Exams.Rehearsal.dll "$@"; }

root=$PWD
if [ -n "$check" ]; then
  root=$(mktemp -d "${TMPDIR:-/tmp}/exams-check.XXXXXX")
  export EXAMS_DATA=$root/data EXAMS_KEYS=$root/keys EXAMS_URLS=http://127.0.0.1:0
  unset EXAMS_DATABASE
else
  export EXAMS_DATA=${EXAMS_DATA:-$PWD/data} EXAMS_KEYS=${EXAMS_KEYS:-$PWD/keys} EXAMS_URLS=${EXAMS_URLS:-http://127.0.0.1:5080}
fi
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}

# Passwords are random and shown once, here.
if [ -n "$check" ] || [ ! -e "$EXAMS_DATA" ]; then
  rehearsal board "$root/board" "$candidates"
  loaded=$(api load "$root/board")
  echo "$loaded" | grep -v password
  made_for() { echo "$loaded" | sed -n "s/^new user $1, password: //p"; }
  board=$(api add-user --username board --name "Board Demo" --role BOARD | sed -n 's/^password: //p')
  officer=$(made_for officer.us123)
  neighbour=$(made_for officer.gb045)
  [ -n "$check" ] || rm -rf "$root/board"
  echo "Demo sign-ins (random, shown this once; 'add-user --reset' makes new ones):"
  echo "  board          $board"
  echo "  officer.us123  $officer   (centre US123, series 2026-06, $candidates candidates)"
  echo "  officer.gb045  $neighbour   (centre GB045)"
fi

if [ -z "$check" ]; then
  echo "Explorer: $EXAMS_URLS/   GraphQL: $EXAMS_URLS/graphql"
  exec dotnet src/Api/bin/Release/net10.0/Exams.Api.dll
fi

dotnet src/Api/bin/Release/net10.0/Exams.Api.dll >"$root/service.log" 2>&1 &
service=$!
trap 'kill $service 2>/dev/null || true' EXIT
address=
for _ in $(seq 100); do
  address=$(sed -n 's/.*Now listening on: \(http:[^ ]*\).*/\1/p' "$root/service.log" | head -n 1)
  [ -n "$address" ] && break
  kill -0 $service 2>/dev/null || { echo "The service did not start:"; tail -n 20 "$root/service.log"; exit 1; }
  sleep 0.2
done
[ -n "$address" ] || { echo "The service did not say where it listens."; tail -n 20 "$root/service.log"; exit 1; }
echo "The service listens on $address; its data lie in $EXAMS_DATA."

status=0
rehearsal check "$address/" board "$board" officer.us123 "$officer" "$root/papers" || status=1
kill $service && wait $service 2>/dev/null || true
trap - EXIT
if [ $status -eq 0 ]; then
  rehearsal scan "$root/papers" "$EXAMS_DATA" "$root/service.log" || status=1
fi
exit $status
