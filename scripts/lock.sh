#!/bin/sh
# Write requirements.lock and requirements-dev.lock from pyproject.toml, for every system and Python from 3.11 on.
# Hashes, but no address of any registry: where packages come from is the affair of who installs them.
set -eu
command -v uv >/dev/null || { echo "uv is needed to write the lock files: pip install uv" >&2; exit 1; }
options="--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet"
uv pip compile pyproject.toml --group packaging $options "$@" -o requirements.lock
uv pip compile pyproject.toml --extra build --group packaging --group dev -c requirements.lock $options "$@" -o requirements-dev.lock
