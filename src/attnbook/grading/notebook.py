"""What a learner calls in a notebook: ``check`` and ``hint``."""

import sys
import textwrap

import numpy.random  # noqa: F401  (loaded late, else by the first check)

import attnbook.reference  # noqa: F401  (as above: importing may take, a check may not)
from attnbook.grading.learners import Live
from attnbook.grading.picture import Comparison
from attnbook.grading.run import Result, report_text, run_task
from attnbook.grading.sets import find_task
from attnbook.grading.words import counted

_WIDTH = 78  # of the lines of a hint


def check(task: str) -> None:
    """Check your function, and say what is right and what is not.

    Args:
        task: The name of your function.
    """
    notebook = Live(vars(sys.modules["__main__"]))  # cells run as the main module
    try:
        exercises, _ = find_task(task)
    except ValueError as error:
        print(error)
        return
    result = run_task(task, exercises.checks, notebook)
    print(report_text(result))
    if len(result.outcomes) > 1:
        print(f"{result.points} of {counted(result.possible, 'point')}")
    if not task.startswith("predict_"):  # whose answers nobody gives away
        _show_first_difference(result)


def _show_first_difference(result: Result) -> None:
    """Draw the first wrong array beside the right one, or write where they differ."""
    wrong = [outcome for outcome in result.outcomes if outcome.compared]
    drawn = [(o.check.title, Comparison(*o.compared)) for o in wrong]
    title, picture = next((pair for pair in drawn if pair[1].helps), ("", None))
    if picture is None:
        return
    print(f"\n{title}: yours, and the target beside it")
    if "IPython" in sys.modules:  # who has not loaded it is not in a notebook
        from IPython.display import display

        display(picture)
    else:
        print(picture)


def hint(task: str, number: int = 1) -> None:
    """Ask a question that may help; a larger number tells more.

    Args:
        task: The name of the function.
        number: 1, 2 or 3.
    """
    try:
        print(hint_text(task, number, f'next: hint("{task}", {number + 1})'))
    except ValueError as error:
        print(error)


def hint_text(task: str, number: int, following: str) -> str:
    """Return a hint and, unless it is the last, how to get the one that follows.

    Raises:
        ValueError: If there is no such task or no such hint.
    """
    _, found = find_task(task)
    if not 1 <= number <= len(found.hints):
        raise ValueError(
            f"{task} has {len(found.hints)} hints: 1 to {len(found.hints)}"
        )
    text = textwrap.fill(found.hints[number - 1], _WIDTH, break_on_hyphens=False)
    return text if number == len(found.hints) else f"{text}\n{following}"
