"""A copy of the project with no chapter in it, for templates to be tried in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.browser import browser_or_skip

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("book/_ext", "book/assets", "src", "tests")
FILES = ("_config.yml", "pyproject.toml", "chapters/ruff.toml", "book/references.bib")
TOC = """\
format: jb-book
root: book/index
parts:
  - caption: Before you begin
    chapters:
      - file: book/notation  # kept
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def skeleton(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what every page and every check needs; the pages are two of their own."""
    root = tmp_path_factory.mktemp("skeleton") / "project"
    unwanted = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name, ignore=unwanted)
    (root / "chapters").mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    for page in ("index", "notation"):
        (root / f"book/{page}.md").write_text(f"# The {page}\n", "utf-8")
    (root / "_toc.yml").write_text(TOC, "utf-8")
    return root


@pytest.fixture(scope="session")
def run(skeleton: Path) -> Run:
    """Run a command in the copy, whose package is the one that is imported."""
    paths = os.pathsep.join((str(skeleton / "src"), str(skeleton)))
    environment = os.environ | {"PYTHONPATH": paths, "OMP_NUM_THREADS": "1"}

    def in_the_copy(*command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, command)),
            cwd=skeleton,
            env=environment,
            capture_output=True,
            text=True,
        )

    return in_the_copy


@pytest.fixture(scope="session")
def python(run: Run) -> Run:
    """Run ``python -m`` in the copy."""
    return partial(run, sys.executable, "-m")


@pytest.fixture(scope="session")
def browser():
    """Give the one running browser."""
    return browser_or_skip()
