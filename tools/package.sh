#!/bin/sh
# Builds the zip for QGIS's "Install from ZIP" from what git tracks, changes not yet committed included.
set -eu
zip=$1
cd "$(dirname "$0")/.."
mkdir -p "$(dirname "$zip")"
tree=$(git -c user.name=package -c user.email=package stash create)
git archive --format=zip --prefix=street_works/ --output="$zip" "${tree:-HEAD}"
echo "$zip: $(wc -c < "$zip") bytes"
