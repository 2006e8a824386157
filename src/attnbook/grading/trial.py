"""Try hidden checks on the book's own answers, before any student meets them."""

from collections.abc import Iterator

from attnbook.grading.assignment import Assignment, GradedSet, load
from attnbook.grading.declare import Check
from attnbook.grading.learners import Elsewhere, Learner, Live
from attnbook.grading.run import CheckError, run_task


def try_hidden(assignment: Assignment, seed: int) -> None:
    """Require that the solutions pass all hidden checks, and that nothing passes none.

    Args:
        assignment: The sets of exercises and the hidden checks.
        seed: What the random numbers of the checks begin with.

    Raises:
        ValueError: If a solution fails a check, or a check has a mistake, or lets a
            function pass that returns nothing.
    """
    wrong = [line for one in load(assignment) for line in _wrong(one, seed)]
    if wrong:
        raise ValueError("\n".join(wrong))


def _wrong(one: GradedSet, seed: int) -> Iterator[str]:
    if not one.hidden:
        return
    nothing = Live({check.task: lambda *_, **__: None for check in one.hidden})
    with Elsewhere(one.solution) as solution:
        for check in one.hidden:
            named = f"the hidden check {check.title!r} of {check.task}"
            if one.solution and (told := _told(check, solution, seed)):
                yield f"the book's own solution fails {named}: {told}"
            elif not _told(check, nothing, seed):
                yield f"{named} lets a function pass that returns nothing"


def _told(check: Check, learner: Learner, seed: int) -> str:
    """Return what a check says of an answer; nothing if it is right."""
    try:
        result = run_task(check.task, [check], learner, seed=seed)
    except CheckError as error:
        return str(error)
    return result.unwritten or result.outcomes[0].text
