#!/bin/sh
# Fails when a tracked file holds something that looks like a secret.
set -eu
venv=$1
cd "$(dirname "$0")/.."
git ls-files -z | xargs -0 "$venv/bin/detect-secrets-hook" --baseline .secrets.baseline
