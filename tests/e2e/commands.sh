#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./run and ./check refuse other systems before they touch anything, and name what they do not understand.
set -euo pipefail
source_folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$source_folder"/{run,check,tools,packages.txt} "$work"/
printf 'ID=ubuntu\nVERSION_ID="24.04"\nPRETTY_NAME="Ubuntu 24.04 LTS"\n' >"$work/other"
printf 'ID=debian\nVERSION_ID="13"\nPRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n' >"$work/newer"

expect() { # CODE TEXT COMMAND...
    local code=$1 text=$2 answer=0 output
    shift 2
    output=$("$@" 2>&1) || answer=$?
    [ "$answer" = "$code" ] || { echo "exit $answer instead of $code: $*"; echo "$output"; exit 1; }
    case $output in
    *"$text"*) ;;
    *) echo "“$text” is not in the answer of $*:"; echo "$output"; exit 1 ;;
    esac
}

for command in run check; do
    expect 2 "this is Ubuntu 24.04 LTS" env GATEHOUSE_OS_RELEASE="$work/other" "$work/$command"
    expect 2 "this is Debian GNU/Linux 13" env GATEHOUSE_OS_RELEASE="$work/newer" "$work/$command"
    expect 2 "an unknown system" env GATEHOUSE_OS_RELEASE="$work/missing" "$work/$command"
    expect 2 "unknown option: --nonsense" "$work/$command" --nonsense
    expect 0 "$command" "$work/$command" --help
    [ ! -e "$work/build" ] || { echo "$command touched the folder"; exit 1; }
done
expect 2 "there is no file" "$work/run" --headless --id /no/such/picture.png

# Every package of the list has a group and a reason, and none is named twice.
awk '/^#/ || NF == 0 { next } NF < 3 || $1 !~ /^(build|run|window|test|long|fuzz)$/ { print "bad line: " $0; bad = 1 } seen[$2]++ { print "twice: " $2; bad = 1 }
     END { exit bad }' "$source_folder/packages.txt"

# ./run configures without what only the tests need.
cmake -S "$source_folder" --preset release -B "$work/release" -DCMAKE_DISABLE_FIND_PACKAGE_benchmark=ON >"$work/configured" 2>&1 ||
    { tail -20 "$work/configured"; exit 1; }

# What ./check has just installed is there under its own name: a name that only stands for another package would be asked for each time.
missing=$(root=$source_folder; . "$root/tools/setup.sh"; missing_of build run window test)
[ -z "$missing" ] || { echo "not installed under these names: $missing"; exit 1; }
echo "run and check refuse what they must"
