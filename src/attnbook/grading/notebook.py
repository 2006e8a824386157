"""What a learner calls in a notebook: ``check`` and ``hint``."""

import sys

from attnbook.grading.learners import Live
from attnbook.grading.run import report, run_task
from attnbook.grading.sets import find_task


def check(task: str) -> None:
    """Check your function, and say what is right and what is not.

    Args:
        task: The name of your function.
    """
    caller = sys._getframe(1).f_globals
    try:
        exercises, _ = find_task(task)
    except ValueError as error:
        print(error)
        return
    print(report(run_task(task, exercises.checks, Live(caller))))


def hint(task: str, number: int = 1) -> None:
    """Ask a question that may help; a larger number tells more.

    Args:
        task: The name of the function.
        number: 1, 2 or 3.
    """
    try:
        print(hint_text(task, number))
    except ValueError as error:
        print(error)


def hint_text(task: str, number: int) -> str:
    """Return a hint, and how to get the next one.

    Raises:
        ValueError: If there is no such task or no such hint.
    """
    _, found = find_task(task)
    if not 1 <= number <= len(found.hints):
        raise ValueError(
            f"{task} has {len(found.hints)} hints: 1 to {len(found.hints)}"
        )
    text = found.hints[number - 1]
    return text if number == len(found.hints) else f"{text}\n(next: hint {number + 1})"
