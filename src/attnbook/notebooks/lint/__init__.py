"""Find in stored notebooks what would mislead a reader or break the book.

Each rule is a function from a `Page` to `Problem`s; each problem says where it is, what
it is and what to do.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from attnbook.notebooks.files import NotebookError, read_notebook
from attnbook.notebooks.lint import by_hand, code, outputs, predict, prose, storage
from attnbook.notebooks.lint.page import Page, Problem

RULES: tuple[Callable[[Page], Iterator[Problem]], ...] = (
    *storage.RULES,
    *outputs.RULES,
    *predict.RULES,
    *by_hand.RULES,
    *code.RULES,
    *prose.RULES,
)


def lint_notebook(path: Path) -> list[str]:
    """Return one line for each problem of a notebook, in the order of its cells."""
    try:
        page = Page(path, read_notebook(path))
    except NotebookError as error:
        return [str(error)]
    found = [problem for rule in RULES for problem in rule(page)]
    found.sort(key=lambda problem: problem.cell)  # stable: rules keep their order
    return [problem.located(path) for problem in found]
