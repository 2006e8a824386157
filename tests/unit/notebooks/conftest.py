from collections.abc import Callable
from pathlib import Path

import pytest
from nbformat import NotebookNode

from attnbook.notebooks.lint import lint_notebook
from tests.unit.notebooks.cells import code, store


@pytest.fixture
def lint(tmp_path: Path) -> Callable[..., list[str]]:
    """Store cells and return the problems found, without the path."""

    def run(*cells: NotebookNode) -> list[str]:
        some_output = code("print(7)", "7")
        path = store(tmp_path / "page.ipynb", *cells, some_output)
        return [line.removeprefix(f"{path}: ") for line in lint_notebook(path)]

    return run
