#!/usr/bin/env bash
# Build the same pages with plain Sphinx, the newest one, and look at them in Chromium.
# The first argument is a Python that fits; the checks run in the book's own .venv.
set -euo pipefail
cd "$(dirname "$0")/../.."

HERE=_build/escape
NEEDED=("sphinx>=9" myst-nb sphinx-book-theme sphinx-external-toc sphinx-copybutton
  sphinx-design sphinxcontrib-bibtex sphinx-mathjax-offline)

if [ ! -f "$HERE/env/.made" ]; then
  echo "Installing plain Sphinx and its newest companions in $HERE/env (a minute or so)"
  rm -rf "$HERE"
  "$1" -m venv "$HERE/env"
  "$HERE/env/bin/python" -m pip install -qq --disable-pip-version-check "${NEEDED[@]}"
  touch "$HERE/env/.made"
fi

echo "Building the pages"
"$HERE/env/bin/python" -m sphinx -c tests/elsewhere -d "$HERE/doctrees" \
  -n -W --keep-going -q -E . "$HERE/html"

echo "Looking at the pages in Chromium"
ATTNBOOK_SITE="$HERE/html" OMP_NUM_THREADS=1 .venv/bin/python -m pytest -q \
  tests/book/test_pages.py tests/book/test_links.py tests/book/test_weight.py

"$HERE/env/bin/python" -m pip list --disable-pip-version-check 2>/dev/null |
  grep -iE '^(sphinx|myst-(nb|parser)|sphinx-book-theme|pydata-sphinx-theme) '
echo "The book does not need Jupyter Book: its pages are in $HERE/html"
