"""Rules on how the file is stored: by `make notebooks`, whole and in order."""

from collections.abc import Iterator

from attnbook.notebooks.canonical import canonicalise
from attnbook.notebooks.files import as_text, read_notebook
from attnbook.notebooks.lint.page import WHOLE, Page, Problem
from attnbook.widgets import stored_state

_RUN = "run `make notebooks`"


def counts(page: Page) -> Iterator[Problem]:
    """Every code cell ran, once, in order: nbval skips a cell without a number."""
    for expected, cell in enumerate(page.code, start=1):
        if not cell.source.strip():
            yield cell.problem("is empty; delete it")
        elif not isinstance(cell.count, int):
            yield cell.problem(f"has no execution count, so nothing checks it; {_RUN}")
        elif cell.count != expected:
            yield cell.problem(f"ran as number {cell.count}, not {expected}; {_RUN}")


def outputs_stored(page: Page) -> Iterator[Problem]:
    """The page is built from stored outputs, so there have to be some."""
    if page.code and not any(cell.outputs for cell in page.code):
        yield Problem(WHOLE, f"no cell has a stored output; {_RUN}")


def canonical(page: Page) -> Iterator[Problem]:
    """The bytes are those that `make notebooks` writes."""
    fresh = read_notebook(page.path)
    canonicalise(fresh)
    if as_text(fresh) != page.path.read_text("utf-8"):
        yield Problem(WHOLE, f"was saved by another program since it ran; {_RUN}")


def widgets(page: Page) -> Iterator[Problem]:
    """Stored widgets are ones that the page, which has no kernel, can show."""
    for text in stored_state.problems(page.notebook, ""):
        yield Problem(WHOLE, text.removeprefix(": "))


RULES = (counts, outputs_stored, canonical, widgets)
