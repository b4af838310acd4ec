#!/bin/sh
# Make the virtual environment named by the first argument with a Python that is new enough.
# PYTHON=/path/to/python chooses one; otherwise the first that answers is taken.
set -eu

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
    if new_enough "$candidate"; then
        if "$candidate" -m venv "$1"; then
            exit 0
        fi
        rm -rf "$1"
        echo "Python was found but cannot make environments; on Debian or Ubuntu install it with: apt-get install python3-venv" >&2
        exit 1
    fi
done
echo "Python 3.11 or newer is needed and none was found; on Debian or Ubuntu: apt-get install python3 python3-venv" >&2
echo "If it is there under another name: make PYTHON=/path/to/python3.11 run" >&2
exit 1
