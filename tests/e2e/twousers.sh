#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A front desk as resources/units/front-desk.sh lays it out: two users share the database and neither reads the other's keys. Needs
# root, to be two others; elsewhere it is skipped.
set -euo pipefail
[ "$(id -u)" = 0 ] || exit 77
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'kill "${kiosk:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'echo "line $LINENO: $BASH_COMMAND"; cat "$work/log"' ERR
chmod 0755 "$work"
install -D -t "$work/bin" "$1/admin/ctl/gatehousectl" "$1/kiosk/gatehouse-kiosk" "$1/bin/gatehouse-admin" # the build may lie where others cannot look
export PATH=$work/bin:$PATH DESTDIR=$work GATEHOUSE_GROUP=games GATEHOUSE_KIOSK=nobody QT_QPA_PLATFORM=offscreen
folder=$work/var/lib/gatehouse
lay_out() { bash "$here/../../resources/units/front-desk.sh" daemon "$@"; }

as() { # USER STATION COMMAND...
    local user=$1 station=$2
    shift 2
    ${replace:-} setpriv --reuid "$user" --regid "$(id -g "$user")" --groups games --inh-caps=-all \
        env HOME="$work" GATEHOUSE_DB="sqlite:$folder/gatehouse.db" GATEHOUSE_CONFIG="$folder/$station" "$@"
}

refuses() { # USER STATION COMMAND...
    if as "$@" >/dev/null 2>&1; then
        echo "$1 can: ${*:3}"
        exit 1
    fi
}

kiosk_has_announced() { [ "$(as daemon desk sqlite3 "$folder/gatehouse.db" 'SELECT COUNT(*) FROM station_boot')" = 1 ]; }

desk_writes() { # a sign-in, beside the running kiosk; nothing is in the log yet, which is answer 1
    local answer=0
    printf 'harbour lantern orchid 7\n' | as daemon desk gatehousectl log search --as 100 --password-fd 0 today || answer=$?
    [ "$answer" = 1 ] || { echo "the desk cannot write beside the kiosk: exit $answer"; exit 1; }
}

for program in gatehouse-kiosk gatehouse-admin; do # a server that no program can reach yet: said at once
    answer=0
    "$program" --db postgresql://127.0.0.1/x >"$work/log" 2>&1 || answer=$?
    [ "$answer" = 2 ] && grep -q 'not built into this program yet; use --db sqlite:PATH' "$work/log" ||
        { echo "$program goes on with a server: exit $answer"; exit 1; }
done
lay_out | grep -q 'makes the site'
if printf 'short\n' | lay_out --site Harbour --number 100 --name 'Ann Other' --password-fd 0 >"$work/log" 2>&1; then
    echo "a try that failed counts as a site"
    exit 1
fi
[ ! -e "$folder/gatehouse.db" ] && [ -z "$(ls "$folder/desk")" ] || { echo "a try that failed leaves something"; exit 1; }
as daemon desk touch "$folder/gatehouse.db" # an empty file is no site either
lay_out | grep -q 'makes the site'
printf 'harbour lantern orchid 7\n' | lay_out --site Harbour --number 100 --name 'Ann Other' --password-fd 0 >/dev/null
secret=$(pdftotext -layout "$folder/desk/recovery-sheet.pdf" - | sed -n '/Recovery secret/,$p' | grep -oE '\b[0-9A-HJKMNP-TV-Z]{4}\b' | head -14 | tr '\n' ' ')
printf '%s\n' "$secret" | as daemon desk gatehousectl init --confirm --password-fd 0
unit=$work/etc/systemd/system/gatehouse-door.service
echo '# of an earlier version' >>"$unit"
cp "$unit" "$work/earlier"
echo 'GATEHOUSE_ZONE=archive' >>"$work/etc/gatehouse/door.env"
lay_out >"$work/log"
grep -q 'has its key' "$work/log" # again: nothing is lost
grep -q 'gatehouse-door.service is replaced' "$work/log" && cmp -s "$unit.bak" "$work/earlier" ||
    { echo "a unit of an earlier version is not replaced, or not kept beside it"; exit 1; }
cmp -s "$unit" "$here/../../resources/units/gatehouse-door.service" || { echo "the unit is not the newer one"; exit 1; }
grep -q 'GATEHOUSE_ZONE=archive' "$work/etc/gatehouse/door.env" || { echo "settings were overwritten"; exit 1; }
lay_out >"$work/log"
! grep -q 'is replaced' "$work/log" || { echo "what is not another is replaced"; exit 1; }
refuses nobody desk cat "$folder/desk/admin.station"
refuses nobody desk cat "$folder/desk/pepper"
refuses daemon kiosk cat "$folder/kiosk/kiosk.station"
refuses daemon kiosk cat "$folder/door/door.station"
[ ! -e "$folder/desk/kiosk.station" ] || { echo "the desk kept the kiosk's key"; exit 1; }
umask 0077
replace=exec as nobody kiosk gatehouse-kiosk --camera "$work" --windowed --quiet >"$work/log" 2>&1 &
kiosk=$!
for ((i = 0; i < 300; i++)); do
    kiosk_has_announced && break
    kill -0 "$kiosk" || break
    sleep 0.1
done
if ! kiosk_has_announced || grep -q 'out of order' "$work/log"; then
    echo "the kiosk did not come into service:"
    cat "$work/log"
    exit 1
fi
answer=0
as nobody kiosk timeout 20 gatehouse-kiosk --camera "$work" --windowed --quiet >"$work/log" 2>&1 || answer=$?
[ "$answer" = 2 ] && grep -q 'another program runs as the station "kiosk"' "$work/log" ||
    { echo "a second kiosk with the same key is not refused: exit $answer"; exit 1; }
desk_writes
echo "two users run one front desk"
