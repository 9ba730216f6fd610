#!/usr/bin/env bash
# Measures, in one run, what design and README promise, and prints a table:   scripts/bench.sh NAME [arguments]
# Without a name, lists the benchmarks there are.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

usage() {
  cat <<'LIST'
scripts/bench.sh access [candidates=3000] [runs=5]
    a centre confirms access for all its candidates: the mutation's answer, the time to ready (by the subscription's event),
    processor time and peak memory of the service; the latter also at a third and at three times as many candidates
scripts/bench.sh entries [bulk|bulk-postgres|background|series] [runs=5]
    bulk: ten thousand rows in one request, dry and written, with and without a key, and sign-ins meanwhile; bulk-postgres: the same on PostgreSQL;
    background: exports of 100,000 rows, and a hundred webhooks that hear of ten thousand entries: time, memory, and how long others wait meanwhile;
    series: a whole June series (5,261 centres, 631,248 candidates, 1.6 million entries) beside a hundredth of it: time, memory and size of loading, lists
scripts/bench.sh engine [rounds=5] [seconds=3] [typename|greet|list|nested|introspection …]
    the engine over HTTP beside bare Kestrel, mercurius with graphql-jit, yoga and apollo (as far as npm brings them), on one core each,
    interleaved: requests per second, ratios, p99, processor time and bytes allocated per request; then the goals, met or missed.
    BENCH_PEERS="mercurius" chooses peers, "" none
scripts/bench.sh engine-in-process [ThreeFields|List|Nested|Introspection|Parse|Validate …]
    the engine without HTTP, by BenchmarkDotNet
scripts/bench.sh data [rounds=9] [requests=300]
    a list from SQLite with filter, sort, page and nested batch, beside the same two statements by hand in ADO.NET plus writing the JSON,
    in one process, interleaved
LIST
}

build() { dotnet build "$1" -c Release --nologo -v quiet "-clp:ErrorsOnly;NoSummary" >&2; }

# A folder that is gone when the script ends, whichever way it ends.
scratch=
trap '[ -z "$scratch" ] || rm -rf "$scratch"' EXIT

case ${1:-} in
  access)
    bash scripts/install.sh print
    build src/Api; build tests/Rehearsal
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/exams-bench.XXXXXX")
    unset EXAMS_DATABASE
    dotnet tests/Rehearsal/bin/Release/net10.0/Exams.Rehearsal.dll bench-access \
      "$PWD/src/Api/bin/Release/net10.0/Exams.Api.dll" "$scratch" "${2:-3000}" "${3:-5}" ;;
  entries)
    build src/Api; build tests/Rehearsal
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/exams-bench.XXXXXX")
    unset EXAMS_DATABASE
    rehearsal=tests/Rehearsal/bin/Release/net10.0/Exams.Rehearsal.dll
    program=$PWD/src/Api/bin/Release/net10.0/Exams.Api.dll
    part=${2:-all}
    case $part in all|bulk|bulk-postgres|background|series) ;; *) echo "entries has the parts bulk, bulk-postgres, background and series." >&2; exit 2 ;; esac
    if [ $part = all ] || [ $part = bulk ]; then bash scripts/install.sh print; dotnet $rehearsal bench-bulk "$program" "$scratch" "${3:-5}"; fi
    if [ $part = all ] || [ $part = bulk-postgres ]; then
      # PostgreSQL runs as a user of its own, who must be able to pass through.
      bash scripts/install.sh print postgres; chmod 711 "$scratch"; mkdir "$scratch/postgres"
      dotnet $rehearsal bench-bulk "$program" "$scratch/postgres" "${3:-5}" --postgres
    fi
    if [ $part = all ] || [ $part = background ]; then dotnet $rehearsal bench-background "$program" "$scratch"; fi
    if [ $part = all ] || [ $part = series ]; then dotnet $rehearsal bench-series "$program" "$scratch" 5261 631248 1600000; fi ;;
  engine)
    bash scripts/install.sh bench peers
    command -v wrk >/dev/null || { echo "wrk is not here: nothing can be measured over HTTP" >&2; exit 3; }
    build tests/GraphQL.Host; build tests/GraphQL.Bench
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/exams-bench.XXXXXX")
    peers=-
    # npm's packages are found from where the script lies.
    if [ -f artifacts/peers/.done ]; then cp tests/GraphQL.Bench/peers.mjs artifacts/peers/; peers=$PWD/artifacts/peers/peers.mjs; fi
    dotnet tests/GraphQL.Bench/bin/Release/net10.0/Exams.GraphQL.Bench.dll servers \
      "$PWD/tests/GraphQL.Host/bin/Release/net10.0/Exams.GraphQL.Host.dll" "$peers" "$scratch" "${2:-5}" "${3:-3}" "${@:4}" ;;
  engine-in-process)
    build tests/GraphQL.Bench
    dotnet tests/GraphQL.Bench/bin/Release/net10.0/Exams.GraphQL.Bench.dll micro "$PWD/artifacts/bench" "${@:2}" ;;
  data)
    build tests/GraphQL.Bench
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/exams-bench.XXXXXX")
    dotnet tests/GraphQL.Bench/bin/Release/net10.0/Exams.GraphQL.Bench.dll data "$scratch" "${2:-9}" "${3:-300}" ;;
  '') usage ;;
  *) echo "There is no benchmark '$1'." >&2; usage >&2; exit 2 ;;
esac
