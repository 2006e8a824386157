"""The book's configuration for plain Sphinx, made from `_config.yml`.

Jupyter Book 1 has had its last release. This shows that the same sources, with our
extensions, need nothing of it: `make escape` builds them on the newest Sphinx.
"""

import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
BOOK = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
OURS = BOOK["sphinx"]["local_extensions"]
sys.path.extend(str(ROOT / folder) for folder in dict.fromkeys(OURS.values()))

project, author, copyright = BOOK["title"], BOOK["author"], BOOK["copyright"]
extensions = ["sphinx_external_toc", "myst_nb", "sphinx_copybutton", "sphinx_design"]
extensions += ["sphinxcontrib.bibtex", *OURS]
external_toc_exclude_missing = BOOK["only_build_toc_files"]
exclude_patterns = BOOK["exclude_patterns"]
myst_enable_extensions = BOOK["parse"]["myst_enable_extensions"]
nb_execution_mode = BOOK["execute"]["execute_notebooks"]
# Relative to this file, unlike the rest, which is relative to the sources.
bibtex_bibfiles = [str(ROOT / file) for file in BOOK["bibtex_bibfiles"]]
html_theme = "sphinx_book_theme"
html_title = project
html_sourcelink_suffix = ""
globals().update(BOOK["sphinx"]["config"])
