#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The session of the units under the real compositor, without a screen: it ends as its program ended. cage refuses root.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
install -m 0755 "$here/../../resources/units/gatehouse-session.sh" "$work/gatehouse-session"
install -d -m 0700 "$work/run"
chmod 0755 "$work"
other=()
if [ "$(id -u)" = 0 ]; then
    chown nobody "$work/run"
    other=(setpriv --reuid nobody --regid nogroup --clear-groups --inh-caps=-all)
fi

ends() { # STATUS PROGRAM...
    local wanted=$1 status=0
    shift
    "${other[@]}" env HOME="$work/run" RUNTIME_DIRECTORY="$work/run" WLR_BACKENDS=headless WLR_RENDERER=pixman \
        WLR_LIBINPUT_NO_DEVICES=1 LIBSEAT_BACKEND=noop "$work/gatehouse-session" "$@" >"$work/log" 2>&1 || status=$?
    [ "$status" = "$wanted" ] || { echo "ends with $status instead of $wanted: $*"; cat "$work/log"; exit 1; }
}

ends 10 /bin/sh -c 'exit 10' # staff let it go
ends 0 /bin/sh -c 'test -d "$XDG_RUNTIME_DIR" && test -n "$WAYLAND_DISPLAY"'
ends 3 /bin/sh -c 'exit 3'
ends 137 /bin/sh -c 'kill -9 $$'
ends 1 /bin/sh -c 'kill -9 $PPID; exec sleep 1' # nothing is known of it
