#!/bin/sh
# Snapshelf @VERSION@ (@FLAVOUR@) in one file. It unpacks itself once into the user's cache and starts;
# it needs sh, tail, tar and xz, and no network. `--unpack-to DIR` only unpacks, for an unattended install.
set -eu
for tool in tail tar xz; do
    if ! command -v "$tool" > /dev/null; then
        echo "Snapshelf unpacks itself with $tool, which is not here. Install it (xz is in xz-utils) and start again." >&2
        exit 1
    fi
done
if [ "${1:-}" = "--unpack-to" ]; then
    mkdir -p -- "$2"
    tail -n +@LINE@ -- "$0" | tar -xJ -C "$2" --strip-components=1
    exit 0
fi
cache="${SNAPSHELF_HOME:+$SNAPSHELF_HOME/cache}"
cache="${cache:-${XDG_CACHE_HOME:-$HOME/.cache}/Snapshelf}/program"
program="$cache/@VERSION@-@FLAVOUR@-@DIGEST@"
if [ ! -x "$program/snapshelf" ]; then
    umask 077
    mkdir -p -- "$cache"
    fresh=$(mktemp -d "$cache/unpacking.XXXXXX")
    trap 'rm -rf -- "$fresh"' EXIT HUP INT TERM
    echo "Unpacking Snapshelf @VERSION@, once ..." >&2
    tail -n +@LINE@ -- "$0" | tar -xJ -C "$fresh" --strip-components=1
    # Whoever is first wins; a second start at the same time finds the folder there and drops its own.
    mv -T -- "$fresh" "$program" 2>/dev/null || [ -x "$program/snapshelf" ]
    rm -rf -- "$fresh"
    trap - EXIT HUP INT TERM
    # Other versions are of no use any more; one that runs keeps its open files.
    for other in "$cache"/*-@FLAVOUR@-*; do
        [ "$other" = "$program" ] || rm -rf -- "$other"
    done
fi
exec "$program/snapshelf" "$@"
