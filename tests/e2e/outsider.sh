#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real ledger verifies with a program that is not ours, and the same program names the entry that somebody changed, took away or wrote.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tool=$1/admin/ctl/gatehousectl
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GATEHOUSE_CONFIG=$work/stations QT_QPA_PLATFORM=offscreen
"$tool" demo --db "sqlite:$work/site.db" >/dev/null
root=$(awk '$1 == "root" { print $2 }' "$work/stations/kiosk.station")
sqlite3 "$work/site.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null

expect() { # CODE TEXT DATABASE ROOT
    local answer=0 output
    output=$(/usr/bin/python3 "$here/outsider.py" "$3" "$4" 2>&1) || answer=$?
    [ "$answer" = "$1" ] && [[ $output == *$2* ]] || { echo "exit $answer instead of $1, or “$2” is not in: $output"; exit 1; }
    echo "$output"
}

spoil() { # NAME SQL: a copy of the database, changed past the triggers that refuse it
    cp "$work/site.db" "$work/$1.db"
    sqlite3 "$work/$1.db" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master WHERE type = 'trigger'" | sqlite3 "$work/$1.db"
    sqlite3 "$work/$1.db" "$2"
}

expect 0 'entries verify' "$work/site.db" "$root"
expect 1 'entry 1 is of another root' "$work/site.db" "$(printf '0%.0s' {1..64})"
spoil changed "UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), 'visit.approve', 'visit.approvf') AS BLOB) WHERE sequence =
    (SELECT min(sequence) FROM ledger WHERE action = 'visit.approve')"
expect 1 'has another hash than its bytes' "$work/changed.db" "$root"
spoil missing 'DELETE FROM ledger WHERE sequence = 40'
expect 1 'stands where entry 40 belongs' "$work/missing.db" "$root"
spoil unsigned 'UPDATE ledger SET signature = zeroblob(64) WHERE sequence = 40'
expect 1 'entry 40: BadSignatureError' "$work/unsigned.db" "$root"
spoil stranger "UPDATE ledger SET signer = (SELECT signer FROM ledger WHERE sequence = 1) WHERE sequence =
    (SELECT max(sequence) FROM ledger WHERE actor LIKE 'staff:%')"
expect 1 'is not signed by its actor' "$work/stranger.db" "$root"
