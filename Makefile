# The commands of The Attention Book. `make` alone lists them.
# Any Python 3.11 to 3.13 will do; python3 if there is none, so that the complaint names it.
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
ifndef PYTHON
PYTHON := $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(if \
  $(shell $(p) -c '$(FITS)' 2>/dev/null && echo fits),$(p))) python3)
endif
# Of serve only; JupyterLab takes its own: make lab LAB_ARGS=--port=8889
PORT ?= 8000
LAB_ARGS ?=
NOTEBOOKS ?=
SOLUTIONS ?=

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help install book serve lab test quick notebooks exercises seeds lint clean \
  new-chapter new-widget new-exercise bench canary escape

BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOG := _build/book.log

# Two runs of a notebook give the same bytes only under these (see attnbook.notebooks).
REPRODUCIBLE := ATTNBOOK_REPRODUCIBLE=1 OMP_NUM_THREADS=1 PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=0
# A figure goes into the notebook, whatever the reader's own set-up says.
unexport MPLBACKEND

# What a page is made of: nothing else makes the book stale.
PAGES := _config.yml _toc.yml $(shell find book chapters src/attnbook/widgets -type f \
  -not -path '*/.*' -not -path '*/__pycache__/*' 2>/dev/null)

help:
	@echo "The Attention Book"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# -- environment ---------------------------------------------------------------
.venv/.made:
	@command -v $(PYTHON) >/dev/null || { echo "make: there is no $(PYTHON). Install Python 3.11, 3.12 or 3.13, or name yours: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c '$(FITS)' || { echo "make: $(PYTHON) is $$($(PYTHON) -V 2>&1), and the book needs Python 3.11, 3.12 or 3.13. Name another: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "make: $(PYTHON) cannot make environments. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "Making .venv with $$($(PYTHON) -V)"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.book: .venv/.made requirements/book.txt
	@echo "Installing what the pages need (a minute or so)"
	@$(PIP) -r requirements/book.txt
	@touch $@

.venv/.all: .venv/.book requirements.txt pyproject.toml
	@echo "Installing what the notebooks and the checks need (some minutes)"
	@$(PIP) -r requirements.txt
	@touch $@

install: .venv/.all ## install all that the notebooks, the grader and the checks need
	@echo "Installed. Next: make lab, or $(BIN)/attnbook, which lists what it can do"

# -- reading -------------------------------------------------------------------
# Everything is read anew: a warning that a page gave yesterday must not be forgotten.
define build_pages
@mkdir -p _build
@echo "Building the pages"
@$(BIN)/jupyter-book build $(1) --all -W -n --keep-going 2>&1 </dev/null | sed $$'s/\033\\[[0-9;]*m//g' >$(LOG) || { grep -E 'WARNING|ERROR|Error:' $(LOG) || tail -n 20 $(LOG); echo "make: the build failed. All that it said is in $(LOG)." >&2; exit 1; }
endef

_build/.fresh: .venv/.book $(PAGES)
	$(call build_pages,.)
	@touch $@

# Another book, in a folder of its own: no solution can stay behind in the first one.
_build/solutions/.fresh: .venv/.all $(PAGES) $(wildcard exercises/*/*.ipynb exercises/*/checks/*.py)
	@$(BIN)/python -m attnbook.grading solutions _build/solutions
	$(call build_pages,_build/solutions)
	@touch $@

WITH := $(if $(filter 1,$(SOLUTIONS)),_build/solutions/,_build/)
SITE := $(if $(filter 1,$(SOLUTIONS)),_build/solutions/_build/html,_build/html)

book: $(WITH).fresh ## build the pages into _build/html (SOLUTIONS=1 for some with solutions)
	@echo "The book is built. Open $(CURDIR)/$(SITE)/index.html, or run: make serve$(if $(SOLUTIONS), SOLUTIONS=1)"

serve: book ## serve the pages on this machine (PORT=8001 for another port)
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || { echo "make: port $(PORT) is taken, or is no port. Choose another: make serve PORT=8001" >&2; exit 1; }
	@echo "The book is at http://127.0.0.1:$(PORT)/ until you press Ctrl-C."
	@$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory $(SITE) >/dev/null 2>&1 || test $$? = 130

lab: .venv/.all ## open chapters and exercises in JupyterLab (LAB_ARGS=--port=8889 or such)
	@echo "JupyterLab opens in your browser; Ctrl-C here stops it."
	@$(BIN)/jupyter lab $(LAB_ARGS)

# -- checking ------------------------------------------------------------------
# In the order of tests/conftest.py, which begins with what takes longest.
TWO_AT_A_TIME := -n 2 --dist loadfile --no-loadscope-reorder

# These build whole books, which takes longer than the quick checks may.
BUILDING := --ignore=tests/book --ignore=tests/widgets/test_build.py

test: .venv/.all lint book ## run every check, every notebook included
	@$(REPRODUCIBLE) $(BIN)/python -m pytest $(TWO_AT_A_TIME) --nbval --nbval-current-env \
	  src tests $$($(BIN)/python -m attnbook.notebooks list)

quick: .venv/.all lint ## run the checks that need no browser and no training (some minutes)
	@$(REPRODUCIBLE) $(BIN)/python -m pytest $(TWO_AT_A_TIME) -m "not slow and not chromium" $(BUILDING)
	@echo "The quick checks pass. Before you hand in a change, run: make test"

lint: .venv/.all ## look at the code and the notebooks without running them
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "make: the files above are not formatted. Run: $(BIN)/ruff format" >&2; exit 1; }
	@$(BIN)/python -m attnbook.notebooks lint
	@echo "The code and the notebooks read well."

bench: .venv/.all ## measure the book beside its peers (a quarter of an hour)
	@$(BIN)/python -m benchmarks

# Neither is part of `make test`: what they install is new each day.
canary: .venv/.made ## run the tests with the newest versions that the package allows
	@bash tests/elsewhere/canary.sh $(BIN)/python

escape: .venv/.all ## build the pages with plain Sphinx, without Jupyter Book
	@bash tests/elsewhere/escape.sh $(BIN)/python

# -- writing -------------------------------------------------------------------
notebooks: .venv/.all ## run the notebooks and store their outputs (NOTEBOOKS=... for some)
	@$(BIN)/python -m attnbook.notebooks execute $(NOTEBOOKS)
	@echo "Look at what changed with git diff, then run: make book"

exercises: .venv/.all ## make the learners' notebooks from the solutions
	@$(BIN)/python -m attnbook.grading generate
	@$(BIN)/python -m attnbook.notebooks execute exercises/*/exercise.ipynb

seeds: chapter-is-named .venv/.all ## train all seeds and baselines of a chapter (CHAPTER=...)
	@$(BIN)/python -m attnbook.experiments $(CHAPTER)
	@echo "The numbers are in book/results. The chapter reads them: run make notebooks"

.PHONY: chapter-is-named
chapter-is-named:
	@test -n "$(CHAPTER)" || { echo "make: which chapter? For example: make seeds CHAPTER=translation-with-attention" >&2; exit 1; }

# The shell reads the names itself, so that a title may hold quotation marks.
new-chapter: .venv/.all ## begin a chapter (PART=2-concepts NAME=my-chapter TITLE="...")
	@$(BIN)/python -m attnbook.scaffold chapter "$${PART-}" "$${NAME-}" "$${TITLE-}"

new-widget: .venv/.all ## begin a widget (NAME=my_widget)
	@$(BIN)/python -m attnbook.scaffold widget "$${NAME-}"

new-exercise: .venv/.all ## begin the exercises of a chapter (NAME=my-chapter)
	@$(BIN)/python -m attnbook.scaffold exercise "$${NAME-}"

clean: ## remove all that these commands made, .venv included
	@rm -rf _build .venv .pytest_cache .ruff_cache chapters/.ruff_cache exercises/.ruff_cache .hypothesis src/attnbook.egg-info
	@find benchmarks book chapters exercises src tests -name __pycache__ -prune -exec rm -rf {} +
	@find book chapters exercises -name .ipynb_checkpoints -prune -exec rm -rf {} +
	@echo "Clean. Next: make book"
