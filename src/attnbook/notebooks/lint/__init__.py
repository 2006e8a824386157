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
# A learner writes the package's functions anew, and a check compares them.
EXERCISE_RULES = tuple(rule for rule in RULES if rule not in by_hand.RULES)


def lint_notebook(path: Path) -> list[str]:
    """Return one line for each problem of a notebook, in the order of its cells."""
    try:
        page = Page(path, read_notebook(path))
    except NotebookError as error:
        return [str(error)]
    rules = EXERCISE_RULES if path.name == "exercise.ipynb" else RULES
    found = [problem for rule in rules for problem in rule(page)]
    found.sort(key=lambda problem: problem.cell)  # stable: rules keep their order
    return [problem.located(path) for problem in found]
