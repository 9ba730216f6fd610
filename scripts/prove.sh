#!/usr/bin/env bash
# The long proofs: an hour or more.          scripts/prove.sh [NAME …]     (without names: all of them)
# One line per proof; what each one said lies in artifacts/proofs. Last line: "N passed, N failed, N skipped".
# Settings: PROVE_SEEDS (20) and PROVE_CASES (3000) for the differential, PROVE_PARTS (5) series of 1000 for incremental,
#           PROVE_QUERIES (2000) for live, PROVE_CANDIDATES (1200) for those that print, PROVE_ENTRIES (60000), PROVE_CENTRES (40) and PROVE_KILLS (40) for sync,
#           PROVE_SOAK_MINUTES (10) and PROVE_SOAK_RATE (1000 requests per second) for soak,
#           PROVE_FUZZ_MINUTES (60) and PROVE_FUZZ_SEED for the fuzzer, PROVE_MUTANTS (300) and PROVE_MUTANTS_SEED (1) for the mutants.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
all="kills sync sync-postgres two-processes check check-postgres audits differential incremental live soak fuzz mutants"
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

# The measuring tools in a folder of their own, beside npm's packages.
copy_tools() { mkdir "$scratch/tools" && cp ../shared/graphql/tools/* "$scratch/tools" && ln -s "$root/artifacts/tools/node_modules" "$scratch/tools/node_modules"; }

# The engine's host, at $address until the proof ends. It logs nothing, so the port is chosen here, among those that nobody listens on.
start_host() {
  local port
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
}

prove_kills() {
  readers || return
  mkdir "$scratch/kills"
  # A new series of moments every time; the log says which, to have it again.
  rehearsal kill "$root/src/Api/bin/Release/net10.0/Exams.Api.dll" "$scratch/kills" 10 "$candidates" "${PROVE_SEED:-$RANDOM}"
}

# sync_series FOLDER [--postgres]
sync_series() {
  local folder=$scratch/$1; shift
  mkdir "$folder"
  rehearsal sync "$root/src/Api/bin/Release/net10.0/Exams.Api.dll" "$folder" "${PROVE_CENTRES:-40}" "${PROVE_ENTRIES:-60000}" 7 "${PROVE_KILLS:-40}" "${PROVE_SEED:-$RANDOM}" "$@"
}

prove_sync() { sync_series sync; }

prove_sync_postgres() { postgres || return; sync_series sync-postgres --postgres; }

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
  copy_tools; start_host || return 1
  local seed wrong=0 seeds=${PROVE_SEEDS:-20} cases=${PROVE_CASES:-3000}
  for seed in $(seq "$seeds"); do
    (cd "$scratch/tools" && node gen.mjs "$seed" "$cases" >"../cases.jsonl" 2>/dev/null && node check.mjs "$address/diff" ../cases.jsonl >"../checked" 2>&1) || true
    echo "seed $seed: $(tail -n 1 "$scratch/checked")"
    grep -Eq "$cases/$cases.*$cases/$cases.*$cases/$cases" "$scratch/checked" || { wrong=$((wrong + 1)); cat "$scratch/checked"; }
  done
  echo "$seeds seeds of $cases cases: $((seeds - wrong)) without a difference in data, places and messages"
  [ $wrong -eq 0 ]
}

# Random queries at a running server: accepted where graphql-js accepts them, and every answer fits the schema.
ask_live() {
  local where=$1 said queries=${PROVE_QUERIES:-2000}; shift
  said=$(cd "$scratch/tools" && env "$@" node live.mjs "$where/graphql" "$queries" 1 2>&1); local code=$?
  echo "$said"
  [ $code -eq 0 ] || return 1
  local limited
  limited=$(sed -n 's/.*"limited":\([0-9]*\).*/\1/p' <<<"$said"); limited=${limited:-0}
  [ $((limited * 20)) -le "$queries" ] || { echo "$limited of $queries were refused for their cost"; return 1; }
  ! grep -q '"badvars"' <<<"$said" || { echo "there were queries whose variables had no values"; return 1; }
}

prove_live() {
  tools || return
  build tests/GraphQL.Host && build src/Api && build tests/Rehearsal || return 1
  copy_tools
  # What the generator does not know by itself: values of the board's own scalars.
  sed -i "s/providerMap: {/providerMap: { '*__*__series': () => '2026-06', '*__*__centre': () => 'US123', 'Query__centre__number': () => 'US123', 'Query__candidate__number': () => '0001',/" "$scratch/tools/live.mjs"
  local address said password
  start_host || return 1
  ask_live "$address" AUTH="Bearer host" || return 1
  local engine; engine=$(tail -n 1 "$proofs/live.log")
  kill $host
  export EXAMS_DATA=$scratch/live/data EXAMS_KEYS=$scratch/live/keys EXAMS_URLS=http://127.0.0.1:0 ASPNETCORE_ENVIRONMENT=Production
  local api=$root/src/Api/bin/Release/net10.0/Exams.Api.dll
  unset EXAMS_DATABASE
  dotnet tests/Rehearsal/bin/Release/net10.0/Exams.Rehearsal.dll board "$scratch/live/board" "$candidates" && dotnet "$api" load "$scratch/live/board" | grep -v password || return 1
  password=$(dotnet "$api" add-user --username board --name "Board" --role BOARD | sed -n 's/^password: //p')
  dotnet "$api" >"$scratch/live/log" 2>&1 &
  host=$!
  for _ in $(seq 300); do
    address=$(sed -n 's/.*Now listening on: \(http:[^ ]*\).*/\1/p' "$scratch/live/log" | head -n 1)
    [ -z "$address" ] || break
    kill -0 $host 2>/dev/null || break
    sleep 0.2
  done
  [ -n "$address" ] || { tail -n 20 "$scratch/live/log"; echo "the service did not start"; return 1; }
  said=$(curl -sS "$address/graphql" -H 'Content-Type: application/json' -d '{"query":"mutation($input: SignInInput!) { signIn(input: $input) { session { token } } }","variables":{"input":{"username":"board","password":"'"$password"'"}}}')
  said=$(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' <<<"$said")
  [ -n "$said" ] || { echo "the board could not sign in"; return 1; }
  ask_live "$address" AUTH="Bearer $said" || return 1
  echo "engine's host: $engine; service: $(tail -n 1 "$proofs/live.log")"
}

# Memory of the engine's host under a steady stream of 500 documents, and of 500,000, side by side.
prove_soak() {
  build tests/GraphQL.Host && build tests/GraphQL.Bench || return 1
  dotnet tests/GraphQL.Bench/bin/Release/net10.0/Exams.GraphQL.Bench.dll soak tests/GraphQL.Host/bin/Release/net10.0/Exams.GraphQL.Host.dll \
    "${PROVE_SOAK_MINUTES:-10}" "${PROVE_SOAK_RATE:-1000}" 500 500000
}

# Grammars and variations on every part that reads a stranger's text; then the attacks, on a fresh host.
prove_fuzz() {
  build tests/GraphQL.Fuzz || return 1
  local seed=${PROVE_FUZZ_SEED:-$RANDOM} runs
  dotnet tests/GraphQL.Fuzz/bin/Release/net10.0/Exams.GraphQL.Fuzz.dll minutes="${PROVE_FUZZ_MINUTES:-60}" seed="$seed" out="$root/artifacts/fuzz" || return 1
  runs=$(grep -o '[0-9]* runs, [0-9]* findings' "$proofs/fuzz.log" | tail -n 1)
  [ -f ../shared/graphql/tools/attack.mjs ] && command -v node >/dev/null || { echo "seed $seed: $runs; no attacks: node or ../shared is not here"; return 0; }
  build tests/GraphQL.Host && start_host || return 1
  node ../shared/graphql/tools/attack.mjs "$address/graphql" --policy && echo "seed $seed: $runs; attacks: all as they should"
}

# Small changes to validation, execution and data, of which the tests must notice nearly all (docs/mutants.md).
prove_mutants() {
  dotnet build tests/GraphQL.Tests --nologo -v quiet && build tests/GraphQL.Mutants || return 1
  dotnet tests/GraphQL.Mutants/bin/Release/net10.0/Exams.GraphQL.Mutants.dll root="$root" out="$root/artifacts/mutants" \
    count="${PROVE_MUTANTS:-300}" seed="${PROVE_MUTANTS_SEED:-1}"
}

# Other documents each time; the log says which, to have them again (PROVE_SEED).
prove_incremental() {
  command -v node >/dev/null || { echo "node is not here"; return 3; }
  [ -d artifacts/tools/node_modules/graphql17 ] || { echo "graphql-js 17 is not here (scripts/install.sh tools)"; return 3; }
  build tests/GraphQL.Tests || return 1
  mkdir "$scratch/parts" && cp tests/GraphQL.Tests/Golden/incremental.mjs "$scratch/parts" || return 1
  ln -s "$root/artifacts/tools/node_modules" "$scratch/parts/node_modules"
  local first=${PROVE_SEED:-$RANDOM} series=${PROVE_PARTS:-5} wrong=0 seed
  for seed in $(seq "$first" $((first + series - 1))); do
    if (cd "$scratch/parts" && node incremental.mjs "$seed" 1000 >cases.jsonl 2>/dev/null) \
      && PROVE_INCREMENTAL_CASES=$scratch/parts/cases.jsonl tests/GraphQL.Tests/bin/Release/net10.0/Exams.GraphQL.Tests \
        -class '*GoldenIncrementalTests' >"$scratch/parts/said" 2>&1; then
      echo "seed $seed: nothing differs"
    else
      wrong=$((wrong + 1)); echo "seed $seed: differs"; cat "$scratch/parts/said"
    fi
  done
  echo "$series series of 1000 documents from seed $first on: $((series - wrong)) without a difference in what is announced, brought and completed"
  [ $wrong -eq 0 ]
}

wanted() { [ $# -eq 1 ] || case " ${*:2} " in *" $1 "*) ;; *) return 1 ;; esac; }

bash scripts/install.sh print tools postgres
! wanted kills "$@" || prove kills "ten kills while printing; complete, once, the same passwords, nothing left over"
! wanted sync "$@" || prove sync "schools sync twice a night for a week under kills, broken lines and work by hand; equal at the end"
! wanted sync-postgres "$@" || prove sync-postgres "the same on PostgreSQL"
! wanted two-processes "$@" || prove two-processes "two processes on one PostgreSQL; one is killed, the other goes on"
! wanted check "$@" || prove check "the main job on SQLite"
! wanted check-postgres "$@" || prove check-postgres "the main job on PostgreSQL"
! wanted audits "$@" || prove audits "published audits of the transports, and attacks"
! wanted differential "$@" || prove differential "random documents against graphql-js"
! wanted incremental "$@" || prove incremental "fresh random documents with @defer and @stream against graphql-js 17"
! wanted live "$@" || prove live "random queries at the engine's host and at the service"
! wanted soak "$@" || prove soak "memory stays where it is, caches stay within their bounds"
! wanted fuzz "$@" || prove fuzz "random texts, values, schemas, parts, documents, pages, connections and frames, then attacks"
! wanted mutants "$@" || prove mutants "mutants of validation, execution and data"
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
