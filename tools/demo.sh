# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run: the demo site and its programs side by side. Expects $root, $bin, $fresh, $door, $camera.

site=$root/demo
db=sqlite:$site/gatehouse.db
export GATEHOUSE_CONFIG=$site/stations
[ "$fresh" = no ] || rm -rf "$site"
if [ ! -s "$site/sign-ins.txt" ]; then
    rm -rf "$site" # of a run that was interrupted
    mkdir -p -m 700 "$site"
    say "Making a demo site in demo/ ..."
    "$bin/admin/ctl/gatehousectl" demo --db "$db" >"$site/sign-ins.part" || die "the demo site could not be made"
    mv "$site/sign-ins.part" "$site/sign-ins.txt"
fi

if [ -z "$camera" ]; then
    for device in /dev/video*; do
        if [ -r "$device" ]; then camera=$device; break; fi
    done
fi
if [ -z "$camera" ]; then
    camera=$site/camera
    rm -rf "$camera"
    mkdir -p "$camera"
    say "No camera here: the kiosk looks into the folder demo/camera instead. To hold something before it:
  cp build/release/resources/samples/documents/licence.png demo/camera/    (an invented document)
  cp build/release/resources/samples/documents/person.png demo/camera/     (a face for the portrait)
and to take it away: rm demo/camera/*"
fi

say ''
cat "$site/sign-ins.txt"
say ''
door_camera=$site/door-camera
if [ "$door" = yes ]; then
    [ -d "$site/staff-badges" ] || die "This demo site is of an earlier version and has no staff badges: ./run --fresh --door makes a new one."
    rm -rf "$door_camera"
    mkdir -p "$door_camera"
    say "The door station of the machine room looks into the folder demo/door-camera. One badge after the other, each taken away again:
  cp demo/staff-badges/3001.png demo/door-camera/ ; sleep 2; rm demo/door-camera/*
Visitors' badges are the PDF files in demo/badges:  pdftoppm -r 300 -png -singlefile demo/badges/NAME.pdf demo/door-camera/badge
"
fi
say "Kiosk and admin app are starting; close the admin app to end all. Badges go to demo/badges as PDF."
"$bin/kiosk/gatehouse-kiosk" --db "$db" --camera "$camera" --windowed -qwindowgeometry +10+50 2>"$log_folder/kiosk.log" &
stations=$!
if [ "$door" = yes ]; then
    "$bin/kiosk/gatehouse-kiosk" --db "$db" --station door --zone machine-room --camera "$door_camera" --windowed --quiet \
        -qwindowgeometry +110+170 2>"$log_folder/door.log" &
    stations="$stations $!"
fi
trap 'kill $stations 2>/dev/null || true' EXIT
"$bin/bin/gatehouse-admin" --db "$db" 2>"$log_folder/admin.log"
