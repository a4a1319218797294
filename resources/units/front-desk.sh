#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lays a front desk out on this machine: users, folders, units, and whose each station's key is. Run as root:
#
#     front-desk.sh DESK [OPTIONS of gatehousectl init]
#
# DESK is the account at the guards' desk. With options the site is made at once, else in the admin app as DESK; then run it again,
# and the kiosk gets its key. Site, keys and settings (/etc/gatehouse) that are there already stay; units of an earlier version are
# replaced. Below /var/lib/gatehouse:
#
#     .         both write: SQLite makes files beside the database        root, group gatehouse, 2770
#     desk      keys of admin app and gatehousectl, the site's pepper     DESK, 0700
#     kiosk     key of the kiosk                                          gatehouse-kiosk, 0700
#     door      key of the door station                                   gatehouse-kiosk, 0700
#     badges    badges as PDF files                                       root, group gatehouse, 2770
#
# DESTDIR, GATEHOUSE_GROUP and GATEHOUSE_KIOSK are for trying it out elsewhere with users that exist: no user is made then.
set -euo pipefail
units=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
to=${DESTDIR:-}
group=${GATEHOUSE_GROUP:-gatehouse}
kiosk=${GATEHOUSE_KIOSK:-gatehouse-kiosk}
folder=$to/var/lib/gatehouse
database=$folder/gatehouse.db

stop() { echo "front-desk.sh: $1" >&2; exit 2; }

make_users() {
    getent group "$group" >/dev/null || groupadd --system "$group"
    id "$kiosk" >/dev/null 2>&1 || useradd --system --user-group --home-dir "$folder/kiosk" --shell /usr/sbin/nologin "$kiosk"
    usermod --append --groups "$group" "$desk"
    for device in "$group" video input render dialout; do # screen, touch, camera, scanners
        ! getent group "$device" >/dev/null || usermod --append --groups "$device" "$kiosk"
    done
}

make_folders() {
    install -d -m 2770 -o root -g "$group" "$folder" "$folder/badges"
    install -d -m 0700 -o "$desk" -g "$(id -gn "$desk")" "$folder/desk"
    install -d -m 0700 -o "$kiosk" -g "$(id -gn "$kiosk")" "$folder/kiosk" "$folder/door"
}

keep() { # MODE GROUP FILE TARGET: settings, which are the site's own once they are there
    [ -e "$to$4" ] || install -D -m "$1" -g "$2" "$units/$3" "$to$4"
}

place() { # MODE GROUP FILE TARGET: Gatehouse's own; what somebody changed there is in TARGET.bak
    ! cmp -s "$units/$3" "$to$4" || return 0
    [ ! -e "$to$4" ] || echo "$4 is replaced by that of this version; as it was, it is $4.bak"
    install -D --backup=simple --suffix=.bak -m "$1" -g "$2" "$units/$3" "$to$4"
}

place_units() {
    keep 0640 "$group" gatehouse-kiosk.env /etc/gatehouse/kiosk.env
    keep 0640 "$group" gatehouse-door.env /etc/gatehouse/door.env
    place 0755 root gatehouse-session.sh /usr/local/libexec/gatehouse-session
    place 0644 root gatehouse-kiosk.service /etc/systemd/system/gatehouse-kiosk.service
    place 0644 root gatehouse-door.service /etc/systemd/system/gatehouse-door.service
    place 0644 root gatehouse-admin.desktop /usr/share/applications/gatehouse-admin.desktop
    [ -n "$to" ] || [ ! -d /run/systemd/system ] || systemctl daemon-reload
}

as_desk() { # before it signs in again, DESK is not in the group yet: so it is given here
    setpriv --reuid "$desk" --regid "$(id -g "$desk")" --groups "$group" --inh-caps=-all env HOME="$folder/desk" \
        GATEHOUSE_DB="sqlite:$database" GATEHOUSE_CONFIG="$folder/desk" "$@"
}

site_stands() { # a database alone may be empty
    # Not grep -q: it goes at the first match, and what gatehousectl still has to write would count as its failure.
    [ -e "$database" ] && as_desk gatehousectl station list --json 2>/dev/null | grep '"kind":"kiosk"' >/dev/null
}

hand_out() { # STATION: its key belongs to the kiosk's user alone
    local key=$folder/desk/$1.station
    [ -f "$key" ] && [ ! -L "$key" ] || return 0
    install -m 0600 -o "$kiosk" -g "$(id -gn "$kiosk")" "$key" "$folder/$1/$1.station"
    shred -u "$key"
}

[ $# -gt 0 ] || stop "say who sits at the guards' desk: front-desk.sh DESK [OPTIONS of gatehousectl init]"
desk=$1
shift
[ "$(id -u)" = 0 ] || stop "run it as root"
id "$desk" >/dev/null 2>&1 || stop "there is no user '$desk': make the account first"
[ -n "$to" ] || make_users
make_folders
place_units
if ! site_stands && [ $# -gt 0 ]; then
    (cd "$folder/desk" && as_desk gatehousectl init --sheet "$folder/desk/recovery-sheet.pdf" "$@") || stop "no site was made"
fi
site_stands || { echo "Now '$desk' signs in to this machine anew and makes the site in the admin app; then run this again."; exit 0; }
for file in "$database" "$database-wal" "$database-shm"; do
    [ ! -L "$file" ] || stop "$file is a link"
    [ ! -e "$file" ] || { chgrp "$group" "$file" && chmod 0660 "$file"; }
done
hand_out kiosk
hand_out door
echo "The kiosk has its key. '$desk' signs in to this machine anew, for the group to count."
