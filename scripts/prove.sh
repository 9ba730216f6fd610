#!/usr/bin/env bash
# The long proofs: an hour or more.          scripts/prove.sh [NAME …]     (without names: all of them)
# One line per proof; what each one said lies in artifacts/proofs. Last line: "N passed, N failed, N skipped".
# Settings: PROVE_SEEDS (20) and PROVE_CASES (3000) for the differential, PROVE_CANDIDATES (1200) for the others.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
all="kills two-processes check check-postgres audits differential"
candidates=${PROVE_CANDIDATES:-1200}
root=$PWD
proofs=artifacts/proofs
mkdir -p "$proofs"
passed=0; failed=0; skipped=0
scratch=$(mktemp -d "${TMPDIR:-/tmp}/exams-prove.XXXXXX")
# PostgreSQL runs as a user of its own, who must be able to pass through; what lies inside stays closed.
chmod 711 "$scratch"
host=
trap '[ -z "$host" ] || kill "$host" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

for name in "$@"; do
  case " $all " in *" $name "*) ;; *) echo "There is no proof '$name'. There are: $all" >&2; exit 2 ;; esac
done

# A proof is a function that ends with 0 (proven), 3 (cannot be tried here; its last line says why) or anything else (failed).
prove() {
  local name=$1 what=$2 began=$SECONDS code=0
  ( "prove_${name//-/_}" ) >"$proofs/$name.log" 2>&1 || code=$?
  local last
  last=$(grep -v '^ *$' "$proofs/$name.log" | tail -n 1 | cut -c1-160)
  case $code in
    0) passed=$((passed + 1)); echo "passed   $name: $what ($((SECONDS - began)) s): $last" ;;
    3) skipped=$((skipped + 1)); echo "skipped  $name: $what: $last" ;;
    *) failed=$((failed + 1)); echo "FAILED   $name: $what ($((SECONDS - began)) s, $proofs/$name.log): $last" ;;
  esac
}

build() { dotnet build "$1" -c Release --nologo -v quiet >"$scratch/build" 2>&1 || { cat "$scratch/build"; echo "$1 could not be built"; return 1; }; }
rehearsal() { build src/Api && build tests/Rehearsal && dotnet tests/Rehearsal/bin/Release/net10.0/Exams.Rehearsal.dll "$@"; }
readers() { command -v pdftotext >/dev/null || { echo "poppler-utils is not here"; return 3; }; }
postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || { echo "PostgreSQL (initdb) is not here"; return 3; }; }
tools() {
  command -v node >/dev/null || { echo "node is not here"; return 3; }
  [ -f ../shared/graphql/tools/gen.mjs ] || { echo "../shared/graphql/tools is not here"; return 3; }
  [ -d artifacts/tools/node_modules/graphql ] || { echo "npm's packages for the tools are not here (scripts/install.sh tools)"; return 3; }
}

prove_kills() {
  readers || return
  mkdir "$scratch/kills"
  # A new series of moments every time; the log says which, to have it again.
  rehearsal kill "$root/src/Api/bin/Release/net10.0/Exams.Api.dll" "$scratch/kills" 10 "$candidates" "${PROVE_SEED:-$RANDOM}"
}

prove_two_processes() {
  readers || return; postgres || return
  mkdir "$scratch/two"
  rehearsal two "$root/src/Api/bin/Release/net10.0/Exams.Api.dll" "$scratch/two" "$candidates"
}

prove_check() { readers || return; TMPDIR=$scratch bash scripts/run.sh --check "$candidates"; }

prove_check_postgres() { readers || return; postgres || return; TMPDIR=$scratch bash scripts/run.sh --check "$candidates" --postgres; }

prove_audits() {
  tools || return
  build tests/GraphQL.Host && build tests/GraphQL.Tests || return 1
  dotnet test tests/GraphQL.Tests -c Release --no-build --nologo --filter Category=Proof
}

# Random documents, valid and invalid, answered by graphql-js and by the engine: equal to the byte, the place and the message.
prove_differential() {
  tools || return
  build tests/GraphQL.Host || return 1
  mkdir "$scratch/tools" && cp ../shared/graphql/tools/* "$scratch/tools" && ln -s "$root/artifacts/tools/node_modules" "$scratch/tools/node_modules"
  # The host logs nothing, so the port is chosen here, among those that nobody listens on.
  local port address
  for _ in $(seq 50); do port=$((20000 + RANDOM % 10000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break; done
  address=http://127.0.0.1:$port
  dotnet tests/GraphQL.Host/bin/Release/net10.0/Exams.GraphQL.Host.dll --urls "$address" >"$scratch/host.log" 2>&1 &
  host=$!
  trap 'kill $host 2>/dev/null' EXIT
  for _ in $(seq 300); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    kill -0 $host 2>/dev/null || break
    sleep 0.2
  done
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { cat "$scratch/host.log"; echo "the engine's host did not start"; return 1; }
  local seed wrong=0 seeds=${PROVE_SEEDS:-20} cases=${PROVE_CASES:-3000}
  for seed in $(seq "$seeds"); do
    (cd "$scratch/tools" && node gen.mjs "$seed" "$cases" >"../cases.jsonl" 2>/dev/null && node check.mjs "$address/diff" ../cases.jsonl >"../checked" 2>&1) || true
    echo "seed $seed: $(tail -n 1 "$scratch/checked")"
    grep -Eq "$cases/$cases.*$cases/$cases.*$cases/$cases" "$scratch/checked" || { wrong=$((wrong + 1)); cat "$scratch/checked"; }
  done
  echo "$seeds seeds of $cases cases: $((seeds - wrong)) without a difference in data, places and messages"
  [ $wrong -eq 0 ]
}

wanted() { [ $# -eq 1 ] || case " ${*:2} " in *" $1 "*) ;; *) return 1 ;; esac; }

bash scripts/install.sh print tools postgres
! wanted kills "$@" || prove kills "ten kills while printing; complete, once, the same passwords, nothing left over"
! wanted two-processes "$@" || prove two-processes "two processes on one PostgreSQL; one is killed, the other goes on"
! wanted check "$@" || prove check "the main job on SQLite"
! wanted check-postgres "$@" || prove check-postgres "the main job on PostgreSQL"
! wanted audits "$@" || prove audits "published audits of the transports, and attacks"
! wanted differential "$@" || prove differential "random documents against graphql-js"
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
