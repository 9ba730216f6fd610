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
  '') usage ;;
  *) echo "There is no benchmark '$1'." >&2; usage >&2; exit 2 ;;
esac
