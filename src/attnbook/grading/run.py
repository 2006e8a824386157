"""Run the checks of a task, and write down what came of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from attnbook.grading.answers import NoAnswerError, NotWrittenError, WrongError
from attnbook.grading.declare import CALL, Check, Student
from attnbook.grading.learners import Learner, NotStartedError

# Control characters, marks of direction and of lines, and halves of characters.
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    r"\ud800-\udfff]"
)
_LONGEST = 300


class CheckError(Exception):
    """Which check has a mistake of its own: nothing that a learner did."""

    def __init__(self, check: Check, error: Exception):
        code, inside = check.run.__code__, error.__traceback__.tb_next
        line = inside.tb_lineno if inside else code.co_firstlineno  # it never began
        file = "/".join(Path(code.co_filename).parts[-3:])
        super().__init__(
            f"the check {check.title!r} ({file}, line {line}) raised "
            f"{type(error).__name__}: {error}"
        )


@dataclass(frozen=True)
class Outcome:
    """What came of one check.

    Attributes:
        check: The check.
        text: What is wrong; empty if all is well.
        hint: What to do about it, where that may help.
        compared: The wrong array, the right one and how near it had to be.
    """

    check: Check
    text: str = ""
    hint: str = ""
    compared: tuple[Any, Any, float] | None = field(
        default=None, compare=False, repr=False
    )

    @property
    def points(self) -> int:
        """What was earned."""
        return 0 if self.text else self.check.points


@dataclass(frozen=True)
class Result:
    """What came of one task; ``unwritten`` says why there was nothing to check."""

    task: str
    possible: int
    outcomes: tuple[Outcome, ...] = ()
    unwritten: str = ""

    @property
    def points(self) -> int:
        """What was earned."""
        return sum(outcome.points for outcome in self.outcomes)


def run_task(
    task: str, checks: Sequence[Check], learner: Learner, *, seed: int = 0
) -> Result:
    """Run the checks of a task, whatever the learner's function does."""
    checks = [check for check in checks if check.task == task]
    possible = sum(check.points for check in checks)
    outcomes = []
    for check in checks:
        try:
            outcomes.append(_outcome(check, Student(learner, check, seed)))
        except NotWrittenError as error:
            if not any(outcome.points for outcome in outcomes):
                return Result(task, possible, unwritten=str(error))
            outcomes.append(Outcome(check, clean(error)))  # a part of it is
    return Result(task, possible, tuple(outcomes))


def _outcome(check: Check, student: Student) -> Outcome:
    try:
        with np.errstate(all="ignore"):  # an answer may be near the largest float
            check.run(student)
    except (NotWrittenError, NotStartedError):
        raise
    except WrongError as error:
        return Outcome(check, clean(error), check.hint, error.compared)
    except NoAnswerError as error:
        return Outcome(check, clean(error))
    except Exception as error:
        raise CheckError(check, error) from error
    return Outcome(check)


def clean(text: object) -> str:
    """Take out what could forge a line of the report."""
    return _CONTROL.sub(" ", str(text))[:_LONGEST]


def report_text(result: Result) -> str:
    """Write the lines that a learner reads.

    Example:
        >>> print(report_text(Result("stable_softmax", 6, unwritten="not written yet")))
        ✗ not written yet (0/6)
    """
    if result.unwritten:
        return f"✗ {result.unwritten} (0/{result.possible})"
    return "\n".join(_lines(result.outcomes))


def _lines(outcomes: Sequence[Outcome]) -> Iterable[str]:
    told = zip(outcomes, said_once(outcomes), hinted_once(outcomes), strict=True)
    for outcome, text, hint in told:
        mark = "✗" if text else "✓"
        check = outcome.check
        yield f"{mark} {check.title} ({outcome.points}/{check.points})"
        if text:
            yield f"      {text}"
        if hint:
            yield f"      hint: {hint}"


def said_once(outcomes: Sequence[Any]) -> list[str]:
    """Return what is wrong with each, and of a crash that comes again no more than so.

    Args:
        outcomes: Of one task: anything that has a ``text`` and a ``hint``.
    """
    texts, crash = [], None
    for outcome in outcomes:
        again = crash is not None and outcome.text.startswith(crash)
        texts.append("the same again" if again else outcome.text)
        if outcome.text and not outcome.hint:
            crash = crash or outcome.text.partition(CALL)[0]
    return texts


def hinted_once(outcomes: Sequence[Any]) -> list[str]:
    """Return a hint for the first thing that is wrong, and none for what follows.

    One mistake fails many checks, and only the first hint is likely to be about it.

    Args:
        outcomes: Of one task: anything that has a ``text`` and a ``hint``.
    """
    first = next((o for o in outcomes if o.text), None)
    return [o.hint if o is first else "" for o in outcomes]
