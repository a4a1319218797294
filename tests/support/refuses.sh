#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# refuses.sh PROGRAM ARGUMENT...: whether the program ends at once with exit code 2 and names its help, also where there is no
# display.
said=$(env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM timeout 30 "$@" 2>&1)
exit=$?
echo "$said"
[ $exit = 2 ] || { echo "exit $exit instead of 2"; exit 1; }
[[ $said == *"; '$(basename "$1") --help' says how it is used" ]]
