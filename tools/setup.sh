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

missing_of() {
    local package status
    for package in $(packages_of "$@"); do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf '%s\n' "$package"
    done
}

# ensure_packages GROUP...: lists what is missing with its size, and installs it with apt alone as root.
ensure_packages() {
    local missing sudo='' plan
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    say "Missing Debian packages:"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "$(printf '  %s\n' $missing)
There is no sudo here. As root, run:
  apt-get update && apt-get install --no-install-recommends" $missing
        sudo=sudo
    fi
    if ! apt-cache show $missing >/dev/null 2>&1; then
        say "  (their sizes are not known yet: fetching the list of packages)"
        $sudo apt-get update -qq || die "apt-get update failed: is there a network?"
    fi
    apt-cache show --no-all-versions $missing | awk '
        /^Package:/ { name = $2 }
        /^Size:/ { printf "  %-38s %8d kB\n", name, ($2 + 999) / 1000 }'
    plan=$(LC_ALL=C apt-get install --no-install-recommends --assume-no $missing 2>/dev/null \
        | grep -E '^(Need to get|After this operation)' || true)
    [ -z "$plan" ] || say "With what they depend on: $plan"
    [ -z "$sudo" ] || say "Installing them needs root; sudo asks for your password for apt-get alone."
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >"$log_folder/apt.log" 2>&1 \
        || { tail -n 20 "$log_folder/apt.log" >&2; die "apt-get could not install the packages (all of it: $log_folder/apt.log)"; }
}

# build PRESET [TARGET...]
build() {
    local preset=$1 launcher=() begin=$SECONDS
    shift
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    say "Building (preset $preset, $(nproc) at a time) ..."
    (cd "$root" && cmake --preset "$preset" "${launcher[@]}") >"$log_folder/configure-$preset.log" 2>&1 \
        || { tail -n 20 "$log_folder/configure-$preset.log" >&2; die "cmake failed (all of it: $log_folder/configure-$preset.log)"; }
    ninja -C "$root/build/$preset" "$@" >"$log_folder/build-$preset.log" 2>&1 \
        || { grep -E -A12 'FAILED|error' "$log_folder/build-$preset.log" | head -n 60 >&2; die "the build failed (all of it: $log_folder/build-$preset.log)"; }
    say "Built in $((SECONDS - begin)) s."
}
