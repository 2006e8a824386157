"""Rules on predict, then run: the question, the hidden answer, the folded Why."""

import re
from collections.abc import Iterator

from attnbook.notebooks.lint.page import Cell, Page, Problem

_BOX = re.compile(r"^>\s*\*\*Predict\.\*\*", re.MULTILINE)
_WHY = re.compile(r"\s*<details>\s*<summary>Why\b")
_SHORTEST = 5  # shorter outputs, such as "True", prove nothing when found above


def questions_hide_answers(page: Page) -> Iterator[Problem]:
    """A Predict box is followed by the cell that holds its answer, hidden."""
    for _, cell, following in page.neighbours():
        if not _asks(cell):
            continue
        if following is None or following.kind != "code":
            yield cell.problem(
                "ends in a Predict box, and no code cell follows; "
                "put the cell that prints the answer directly below"
            )
        elif not _hidden(following):
            yield following.problem(
                "answers a Predict box in plain sight; give it the tag hide-output "
                'and the metadata {"jupyter": {"outputs_hidden": true}}'
            )


def answers_are_explained(page: Page) -> Iterator[Problem]:
    """Below a hidden answer stands its Why, folded."""
    for before, cell, following in page.neighbours():
        if not (before and _asks(before) and cell.kind == "code"):
            continue
        markdown = following is not None and following.kind == "markdown"
        if not (markdown and _WHY.match(following.source)):
            yield cell.problem(
                "answers a Predict box; begin the Markdown cell below it with "
                "<details><summary>Why</summary>, the explanation, and </details>"
            )
        elif "</details>" not in following.source:
            yield following.problem("opens <details> and never closes it")


def hidden_is_asked(page: Page) -> Iterator[Problem]:
    """Nothing is hidden but the answer to a question."""
    for before, cell, _ in page.neighbours():
        if cell.kind != "code":
            continue
        asked = before is not None and _asks(before)
        if "hide-output" in cell.tags and not asked:
            yield cell.problem(
                "hides its output without a question; put a Markdown cell with a "
                "`> **Predict.**` box directly above"
            )
        elif _folded(cell) and "hide-output" not in cell.tags:
            yield cell.problem(
                "is folded in JupyterLab and not on the page; add the tag hide-output "
                "or remove outputs_hidden"
            )


def answers_are_new(page: Page) -> Iterator[Problem]:
    """Nothing above a Predict box gives its answer away."""
    above = ""
    for before, cell, _ in page.neighbours():
        answer = cell.text.strip() if cell.kind == "code" else ""
        asked = before is not None and _asks(before) and len(answer) >= _SHORTEST
        # The box itself may offer the answer among others.
        if asked and answer in above.removesuffix(before.source):
            yield cell.problem(
                f"prints {answer[:40]!r}, which stands above the question; "
                "ask something else or move it below"
            )
        # Outputs above do not count: "does it stay the same?" is a good question.
        above += f"\n{cell.source}" if cell.kind == "markdown" else ""


def _asks(cell: Cell) -> bool:
    return cell.kind == "markdown" and _BOX.search(cell.source) is not None


def _folded(cell: Cell) -> bool:
    return cell.metadata.get("jupyter", {}).get("outputs_hidden") is True


def _hidden(cell: Cell) -> bool:
    return "hide-output" in cell.tags and _folded(cell)


RULES = (
    questions_hide_answers,
    answers_are_explained,
    hidden_is_asked,
    answers_are_new,
)
