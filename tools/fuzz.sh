#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes each parser for a while (./check --long); GATEHOUSE_FUZZ_SECONDS for each, 60 unless told.
set -euo pipefail
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
    "$program" -max_total_time="${GATEHOUSE_FUZZ_SECONDS:-60}" -timeout=5 -print_final_stats=1 "$corpus" "${given[@]}" \
        >"$log_folder/$name.log" 2>&1 || { tail -n 20 "$log_folder/$name.log" >&2; failed=1; }
    grep -E 'number_of_executed_units' "$log_folder/$name.log" || true
done
exit "$failed"
