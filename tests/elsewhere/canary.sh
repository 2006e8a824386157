#!/usr/bin/env bash
# Run the tests with the newest versions that pyproject.toml allows, to hear early of
# what will break. The first argument is a Python that fits.
set -euo pipefail
cd "$(dirname "$0")/../.."

ENV=_build/canary
PYTHON="$ENV/bin/python"
PIP="$PYTHON -m pip install -qq --disable-pip-version-check"

if [ ! -f "$ENV/.made" ]; then
  echo "Installing the newest versions in $ENV (some minutes, some gigabytes)"
  rm -rf "$ENV"
  "$1" -m venv "$ENV"
  # The tools, without the pins and bounds that requirements/all.in has.
  $PIP -e '.[torch,dates,digits,numbers,notebooks]' \
    $(sed -E '/^(#|-c)/d; s/[ <>=#].*//' requirements/all.in)
  touch "$ENV/.made"
fi

echo "What differs from the pinned versions:"
"$PYTHON" -m pip freeze --disable-pip-version-check |
  awk -F '==| *;' '
    { name = tolower($1); gsub("_", "-", name) }
    FILENAME != "-" { if (NF > 1) pins[name] = pins[name] " " $2; next }
    NF > 1 && name in pins && index(pins[name] " ", " " $2 " ") == 0 {
      printf "  %s%s -> %s\n", $1, pins[name], $2
    }' requirements/book.txt requirements.txt -

echo "Running the tests that do not depend on stored bytes or pixels"
status=0
OMP_NUM_THREADS=1 "$PYTHON" -m pytest -q -n 2 --dist loadfile -m "not chromium" \
  src tests/unit tests/parity tests/properties tests/exercises || status=$?

echo "Comparing the stored outputs of the chapters; a difference here is news, no failure"
ATTNBOOK_REPRODUCIBLE=1 OMP_NUM_THREADS=1 PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=0 \
  "$PYTHON" -m pytest -q -n 2 --dist loadfile --nbval --nbval-current-env -o addopts= \
  chapters/[1-3]-* 2>&1 | grep -E '^(FAILED|ERROR|[0-9]+ (passed|failed))' || true

exit "$status"
