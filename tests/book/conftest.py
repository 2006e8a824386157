"""The built book, built once from the sources as `make book` does, and small ones."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.browser import browser_or_skip, serve

ROOT = Path(__file__).resolve().parents[2]
EXTENSIONS = ROOT / "book/_ext"
JUPYTER_BOOK = Path(sys.executable).parent / "jupyter-book"
STRICT = ("-n", "-W", "--keep-going", "--all", "-q")


def load_extension(name: str) -> None:
    """Make a package of `book/_ext` importable; it belongs to no installed package."""
    folder = EXTENSIONS / name
    spec = importlib.util.spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])


load_extension("page")


def build(source: Path, output: Path) -> subprocess.CompletedProcess[str]:
    """Build a book strictly: every warning is a failure."""
    command = [JUPYTER_BOOK, "build", source, "--path-output", output, *STRICT]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole book; return the folder of its pages.

    ``ATTNBOOK_SITE`` names pages that were built in another way, as `make escape` does.
    """
    if built := os.environ.get("ATTNBOOK_SITE"):
        return Path(built).resolve()
    output = tmp_path_factory.mktemp("book")
    result = build(ROOT, output)
    assert result.returncode == 0, result.stdout + result.stderr
    return output / "_build/html"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built book on this machine."""
    with serve(site) as base:
        yield base


@pytest.fixture(scope="session")
def browser():
    """Give the one running browser."""
    return browser_or_skip()


def notebook(*cells: str | dict) -> str:
    """Write a notebook of Markdown cells, or of cells given whole."""
    whole = [
        {"cell_type": "markdown", "metadata": {}, "source": cell}
        if isinstance(cell, str)
        else cell
        for cell in cells
    ]
    for number, cell in enumerate(whole):
        cell["id"] = f"cell-{number}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps(
        {
            "cells": whole,
            "metadata": {"kernelspec": kernel},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def build_small(
    folder: Path, files: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Build a book of the given files, the first of them its root, as ours is built."""
    for shared in ("book/_ext", "book/assets", "src"):
        shutil.copytree(ROOT / shared, folder / shared)
    for shared in ("_config.yml", "book/references.bib"):
        shutil.copy(ROOT / shared, folder / shared)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    root, *others = [name for name in files if not name.startswith(".")]
    toc = {"format": "jb-book", "root": root}
    if others:
        toc["chapters"] = [{"file": name} for name in others]
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc))
    return build(folder, folder)
