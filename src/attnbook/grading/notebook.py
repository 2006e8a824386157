"""What a learner calls in a notebook: ``check`` and ``hint``."""

import sys
import textwrap

from attnbook.grading.learners import Live
from attnbook.grading.run import report_text, run_task
from attnbook.grading.sets import find_task

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
    print(report_text(run_task(task, exercises.checks, notebook)))


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
