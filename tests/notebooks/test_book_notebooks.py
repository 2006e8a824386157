"""Every notebook of the book as it is stored; `make test` also runs each in nbval."""

import pathlib

import pytest

from attnbook.notebooks.discover import book_notebooks, book_root
from attnbook.notebooks.execute import executed
from attnbook.notebooks.files import read_notebook
from attnbook.notebooks.lint import lint_notebook

ROOT = book_root(pathlib.Path(__file__).parent)
NOTEBOOKS = book_notebooks(ROOT)
# These train models, a minute each: one of them stands for all.
TRAINED = [path for path in NOTEBOOKS if "attnbook.experiments" in path.read_text()]
RUN_TWICE = [path for path in NOTEBOOKS if path not in TRAINED[1:]]


def name(path: pathlib.Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_the_lint_finds_nothing(path):
    assert lint_notebook(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", RUN_TWICE, ids=name)
def test_running_again_changes_not_one_byte(path):
    before = path.read_text("utf-8")
    assert executed(path) == before


def test_every_notebook_in_the_folders_of_pages_is_in_the_book():
    files = [p for f in ("book", "chapters") for p in (ROOT / f).rglob("*.ipynb")]
    drafts = {p for p in files if ".ipynb_checkpoints" not in p.parts} - set(NOTEBOOKS)
    assert not drafts, f"not in _toc.yml: {sorted(map(name, drafts))}"


def test_every_chapter_lets_the_reader_predict_at_least_twice():
    few = {}
    for path in NOTEBOOKS:
        cells = read_notebook(path).cells
        boxes = sum("> **Predict.**" in cell.source for cell in cells)
        if "chapters" in path.parts and boxes < 2:
            few[name(path)] = boxes
    assert not few, f"fewer than two Predict boxes: {few}"
