# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./check: the system, its packages, the build. Expects $root, the folder of the project.

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 2; }

# Before anything is touched.
require_debian12() {
    local id='' version='' name='an unknown system'
    if [ -r "${GATEHOUSE_OS_RELEASE:-/etc/os-release}" ]; then
        id=$(. "${GATEHOUSE_OS_RELEASE:-/etc/os-release}"; printf %s "${ID:-}")
        version=$(. "${GATEHOUSE_OS_RELEASE:-/etc/os-release}"; printf %s "${VERSION_ID:-}")
        name=$(. "${GATEHOUSE_OS_RELEASE:-/etc/os-release}"; printf %s "${PRETTY_NAME:-an unknown system}")
    fi
    if [ "$id" != debian ] || [ "$version" != 12 ]; then
        die "Gatehouse is built and tested on Debian 12 (bookworm); this is $name.
Nothing was changed. On another system, use a container: docker run -it -v \"\$PWD\":/gatehouse -w /gatehouse debian:12 ./check"
    fi
}

# packages_of GROUP...: the packages of these groups in packages.txt.
packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' "$root/packages.txt"
    done
}

# missing_of GROUP...: those of them that are not installed; asked in one go, as a second run should be quick.
missing_of() {
    local wanted installed
    wanted=$(packages_of "$@")
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null | awk '$2 == "installed" { print $1 }' || true)
    awk 'NR == FNR { installed[$1]; next } !($1 in installed)' <(printf '%s\n' "$installed") <(printf '%s\n' "$wanted")
}

# ensure_packages GROUP...: lists what is missing with its size, and installs it with apt alone as root.
ensure_packages() {
    local missing sudo='env DEBIAN_FRONTEND=noninteractive' plan
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    say "Missing Debian packages:"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "$(printf '  %s\n' $missing)
There is no sudo here. As root, run:
  apt-get update && apt-get install --no-install-recommends" $missing
        sudo='sudo DEBIAN_FRONTEND=noninteractive'
    fi
    if ! apt-cache show $missing >/dev/null 2>&1; then
        say "  (their sizes are not known yet: fetching the list of packages)"
        $sudo apt-get update -qq || die "apt-get update failed: is there a network?"
    fi
    apt-cache show --no-all-versions $missing | awk '
        /^Package:/ { name = $2 }
        /^Size:/ { printf "  %-38s %8d kB\n", name, ($2 + 999) / 1000 }'
    # Asked without the lock, which only root may take; nothing is changed by it.
    plan=$(apt-get install --no-install-recommends --print-uris -qq -o Debug::NoLocking=1 $missing 2>/dev/null \
        | awk 'NF >= 3 { count++; bytes += $3 } END { if (count) printf "%d packages, %.0f MB to fetch", count, bytes / 1e6 }' || true)
    [ -z "$plan" ] || say "With what they depend on: $plan."
    [ "$(id -u)" = 0 ] || say "Installing them needs root: sudo asks for your password, for apt-get alone."
    $sudo apt-get install -y -qq --no-install-recommends $missing >"$log_folder/apt.log" 2>&1 \
        || { tail -n 20 "$log_folder/apt.log" >&2; die "apt-get could not install the packages (all of it: $log_folder/apt.log)"; }
}

# build PRESET [TARGET...]
build() {
    local preset=$1 launcher=() begin=$SECONDS
    shift
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros} # without these it keeps nothing that has a precompiled header
    say "Building (preset $preset) ..."
    (cd "$root" && cmake --preset "$preset" "${launcher[@]}") >"$log_folder/configure-$preset.log" 2>&1 \
        || { tail -n 20 "$log_folder/configure-$preset.log" >&2; die "cmake failed (all of it: $log_folder/configure-$preset.log)"; }
    ninja -C "$root/build/$preset" "$@" >"$log_folder/build-$preset.log" 2>&1 \
        || { grep -E -A12 'FAILED|error' "$log_folder/build-$preset.log" | head -n 60 >&2; die "the build failed (all of it: $log_folder/build-$preset.log)"; }
    say "Built in $((SECONDS - begin)) s."
}
