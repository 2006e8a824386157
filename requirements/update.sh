#!/usr/bin/env bash
# Choose new versions for everything and pin them; needs `pip install uv`.
# PyTorch's own pin stands in all.in: its graphics-card packages are left out,
# so that a CPU build stays a CPU build.
set -euo pipefail
cd "$(dirname "$0")"

pin() { uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate "$@"; }

echo "Choosing versions; this takes a minute."
pin --upgrade book.in --output-file book.txt >/dev/null
{
  echo "# All that reading, running and checking the book needs, every version pinned."
  echo "# Written by requirements/update.sh from requirements/*.in."
  echo "-r requirements/book.txt"
  pin all.in | grep -vxFf book.txt | grep -vE '^(nvidia|cuda|triton)' 
  echo "-e ."
} > ../requirements.txt
echo "Wrote requirements/book.txt and requirements.txt. Next: make clean, make test."
