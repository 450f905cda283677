#!/bin/sh
# Runs every test on the QGIS of another Debian: `tools/qgis_in.sh trixie` (3.40), `testing` (newer).
# The system lives in build/debian-<suite>, made by debootstrap; it needs root. What the machine knows
# about where packages come from (apt, pip, certificates) is taken along.
set -eu
suite=$1
cd "$(dirname "$0")/.."
root=$PWD/build/debian-$suite
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"

command -v debootstrap >/dev/null || $as_root apt-get install -y -qq debootstrap
mirror=$(apt-get indextargets --format '$(SITE)' | grep -m1 '/debian$')
if [ ! -e "$root/.made" ]; then
    $as_root debootstrap --variant=minbase --include=ca-certificates,git,make,python3,python3-venv \
        "$suite" "$root" "$mirror"
    $as_root touch "$root/.made"
fi

$as_root rm -rf "$root/work"
$as_root mkdir -p "$root/work"
$as_root git clone --quiet --no-local "$PWD" "$root/work/street_works_checkout"
if [ -d ../shared ]; then $as_root cp -rL ../shared "$root/work/shared"; fi
for file in /etc/resolv.conf /etc/hosts /etc/pip.conf; do
    if [ -e "$file" ]; then $as_root cp "$file" "$root$file"; fi
done
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
    $as_root cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
fi
# A mirror that lags behind by some weeks is good enough to test with.
echo 'Acquire::Check-Valid-Until "false";' | $as_root tee "$root/etc/apt/apt.conf.d/99lagging" >/dev/null

for place in proc sys dev; do
    $as_root mount --rbind "/$place" "$root/$place"
    $as_root mount --make-rslave "$root/$place"  # so that taking it away again stays here
done
trap 'for place in dev sys proc; do $as_root umount -l "$root/$place"; done' EXIT
$as_root chroot "$root" /usr/bin/env -u VIRTUAL_ENV HOME=/root DEBIAN_FRONTEND=noninteractive \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c 'cd /work/street_works_checkout && make test'
