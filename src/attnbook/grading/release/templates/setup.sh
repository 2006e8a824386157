#!/usr/bin/env bash
# Runs once, when Gradescope builds the container: Python 3.11 to 3.13, and what the
# checks need in an environment of its own.
set -euo pipefail
AUTOGRADER="${AUTOGRADER:-/autograder}"

fits() {
  "$1" -c 'import sys, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
  for python in python3 python3.13 python3.12 python3.11; do
    if fits "$python"; then echo "$python"; return; fi
  done
}

if command -v apt-get >/dev/null; then
  apt-get update
  apt-get install -y bubblewrap || true
  if [ -z "$(find_python)" ]; then
    apt-get install -y python3.12 python3.12-venv || apt-get install -y python3.11 python3.11-venv
  fi
fi
python="$(find_python)"
if [ -z "$python" ]; then
  echo "The checks need Python 3.11, 3.12 or 3.13: choose a newer base image." >&2
  exit 1
fi
"$python" -m venv "$AUTOGRADER/venv"
"$AUTOGRADER/venv/bin/python" -m pip install -r "$AUTOGRADER/source/requirements.txt"
