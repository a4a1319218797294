#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One station alone on the screen: its program under the compositor cage, for the units beside this file.
#
#     gatehouse-session PROGRAM [ARGUMENTS...]
#
# Ends as the program ended: the cage of Debian 12 keeps that to itself, and by it the unit knows whether staff let the station go.
# RUNTIME_DIRECTORY is the unit's own: it hides /run/user from the station, and a compositor needs such a folder for its socket.
set -eu
export XDG_RUNTIME_DIR="${RUNTIME_DIRECTORY:?is set by the unit: RuntimeDirectory=}"
ended=$RUNTIME_DIRECTORY/ended
rm -f "$ended"
status=0
cage -d -- /bin/sh -c 'ended=$1; shift; "$@"; echo $? >"$ended"' session "$ended" "$@" || status=$?
if [ "$status" = 0 ]; then
    read -r status <"$ended" || status=1 # cage ended, and not because the program did
fi
exit "$status"
