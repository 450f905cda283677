#!/bin/sh
# Makes everything that the other commands need: QGIS and a virtual display from the distribution,
# a virtual environment that sees QGIS's Python, and the checkout importable in it as `street_works`.
set -eu
venv=$1
root=$(cd "$(dirname "$0")/.." && pwd)
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"

install() {
    $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install \
        -y -qq --no-install-recommends "$@"
}

missing=""
/usr/bin/python3 -c 'import qgis.core' 2>/dev/null || missing="$missing qgis python3-qgis"
/usr/bin/python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
command -v qgis >/dev/null || missing="$missing qgis"
command -v Xvfb >/dev/null || missing="$missing xvfb"
command -v openbox >/dev/null || missing="$missing openbox"
command -v xauth >/dev/null || missing="$missing xauth"
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing="$missing fonts-dejavu-core"
if [ -n "$missing" ]; then
    command -v apt-get >/dev/null || { echo "Please install:$missing" >&2; exit 1; }
    # shellcheck disable=SC2086 - a list of packages
    install $missing
fi

# Where Qt's programs for translators cannot be had, `make translations` and its tests are left out.
if [ ! -e /usr/lib/qt5/bin/lupdate ] && [ ! -e /usr/lib/qt6/bin/lupdate ] &&
    command -v apt-get >/dev/null; then
    install qttools5-dev-tools || install qt6-l10n-tools ||
        echo "Qt's lupdate could not be installed: the tests that need it are skipped." >&2
fi

# The tests of downloads fill a database of their own; where it cannot be had, they are skipped. PostgreSQL
# comes with PostGIS, and psql with it; QGIS needs no Python package for it. No server is to run of it.
if ! ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 &&
    command -v apt-get >/dev/null; then
    no_server=/etc/postgresql-common/createcluster.d/street-works.conf
    $as_root mkdir -p "${no_server%/*}"
    echo 'create_main_cluster = false' | $as_root tee "$no_server" >/dev/null
    install postgresql-postgis ||
        echo "PostGIS could not be installed: the tests that need it are skipped." >&2
    $as_root rm -f "$no_server"
fi

[ -x "$venv/bin/python" ] || /usr/bin/python3 -m venv --system-site-packages "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade \
    -r "$root/requirements.txt" -r "$root/requirements-dev.txt"
# A distribution's pyproj looks for PROJ's data beside the interpreter, and so finds none from a virtual
# environment: the environment gets a pyproj of its own.
"$venv/bin/python" -c 'import pyproj, sys; sys.exit(not pyproj.__file__.startswith(sys.prefix))' ||
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --ignore-installed \
        --no-deps pyproj

mkdir -p "$venv/checkout"
ln -sfn "$root" "$venv/checkout/street_works"
site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
(cd "$venv/checkout" && pwd) > "$site/street_works.pth"
