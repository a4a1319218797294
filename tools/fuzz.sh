#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes each parser: tools/fuzz.sh [--seconds N], 60 each unless told. ./check --long gives 600.
set -euo pipefail
seconds=60
if [ "${1:-}" = --seconds ]; then
    seconds=${2:-}
    shift 2 || true
fi
[[ $# -eq 0 && $seconds =~ ^[1-9][0-9]*$ ]] || { echo "usage: tools/fuzz.sh [--seconds N]" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"
log_folder=$root/build/logs
mkdir -p "$log_folder"
ensure_packages build fuzz
build fuzz
failed=0
for program in "$root"/build/fuzz/tests/fuzz/fuzz_*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    name=$(basename "$program")
    parser=${name#fuzz_}
    corpus=$root/build/fuzz/corpus/$name
    mkdir -p "$corpus"
    given=()
    # The golden files of the licences' tests are the best beginnings that there are.
    for seeds in "$root/tests/fuzz/seeds/$parser" "$root/tests/shared/scanning/data/$parser"; do
        [ -d "$seeds" ] && given+=("$seeds")
    done
    dictionary=$root/tests/fuzz/dictionaries/$parser.dict
    [ -f "$dictionary" ] && given+=(-dict="$dictionary")
    say "Fuzzing with $name ..."
    "$program" -max_total_time="$seconds" -timeout=5 -print_final_stats=1 "$corpus" "${given[@]}" \
        >"$log_folder/$name.log" 2>&1 || { tail -n 20 "$log_folder/$name.log" >&2; failed=1; }
    grep -E 'number_of_executed_units' "$log_folder/$name.log" || true
done
exit "$failed"
