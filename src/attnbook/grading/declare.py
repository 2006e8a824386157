"""What a file of checks is made of: tasks, and a function for each check."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from attnbook.grading.answers import (
    Answer,
    NoAnswerError,
    NotWrittenError,
    WrongError,
)
from attnbook.grading.learners import Learner, stopped_at
from attnbook.grading.worker.wire import plain

_SHOWN = 60  # letters of an array that a message can show
_DIGITS = 6
_TENSOR = ": return its NumPy array, .detach().numpy()"
CALL = "  (call: "  # before what was called, in what is told of a crash
# What NumPy says by itself, to who meant to compare numbers.
_BY_ACCIDENT = "is ambiguous"


@dataclass(frozen=True)
class Task:
    """What a learner writes: one function.

    Attributes:
        name: The name of the function, after the skill.
        section: The heading, in the chapter, of what it is about.
        difficulty: From 1 to 3.
        minutes: How long it takes who has read the chapter.
        hints: Three, from a question to nearly the answer.
        uses: The earlier tasks whose functions its solution may call: one that is wrong
            there does not cost the points of this one too.
    """

    name: str
    section: str
    difficulty: int
    minutes: int
    hints: tuple[str, str, str]
    uses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """One thing that a task's function has to do, and what it is worth."""

    task: str
    title: str
    points: int
    hint: str
    run: Callable[["Student"], Any]


def check(
    task: str, title: str, *, points: int = 1, hint: str
) -> Callable[[Callable[["Student"], Any]], Check]:
    """Make a check of a function that asks a student for answers.

    Args:
        task: The task that it belongs to.
        title: What should hold, such as "each row sums to 1".
        points: What it is worth.
        hint: What to do, told to whoever gives a wrong value here.
    """
    return lambda function: Check(task, title, points, hint, function)


class Student:
    """A learner's function as a check sees it: call it, and look at the `Answer`.

    Attributes:
        rng: Random numbers, the same for everybody until another seed is given.
    """

    def __init__(self, learner: Learner, check: Check, seed: int = 0):
        self._learner, self._name = learner, check.task
        named = zlib.crc32(f"{check.task}: {check.title}".encode())
        self.rng = np.random.default_rng([seed, named])

    def __call__(self, *args: Any, **kwargs: Any) -> Answer:
        """Call the function.

        Raises:
            NoAnswerError: If it returns no plain data.
        """
        said = _said(self._name, args, kwargs)
        answer = self._ask(args, kwargs)
        if answer["kind"] == "value":
            changed = [n for n in answer["changed"] if isinstance(n, int)]
            return Answer(answer["value"], said, tuple(changed))
        if answer["kind"] == "unreadable":
            more = _TENSOR if answer["text"].endswith(" Tensor") else ""
            raise NoAnswerError(f"{said} returned {answer['text']}{more}")
        raise NoAnswerError(f"{self._name} {stopped_at(answer)}{CALL}{said})")

    def refuses(self, error: str, *args: Any, **kwargs: Any) -> None:
        """Require that a call raises an exception that says what is wrong.

        Raises:
            WrongError: If it returns something, or says nothing.
            NoAnswerError: If it raises something else.
        """
        answer = self._ask(args, kwargs)
        said = _said(self._name, args, kwargs)
        if answer["kind"] != "raised":
            raise WrongError(f"{said} returned something; it should raise {error}")
        if error not in answer["raised"]:
            raise NoAnswerError(f"{self._name} {stopped_at(answer)}, not {error}")
        if _BY_ACCIDENT in answer["text"]:
            raise NoAnswerError(f"{self._name} {stopped_at(answer)}: by accident")
        if answer["text"] == error:
            raise WrongError(f"{said} raised {error} without a word on what is wrong")

    def _ask(self, args: tuple, kwargs: dict[str, Any]) -> dict[str, Any]:
        answer = self._learner.call(self._name, plain(args), plain(kwargs))
        if answer["kind"] == "unwritten":
            raise NotWrittenError(f"{self._name} is not written yet")
        if answer["kind"] == "missing":
            raise NotWrittenError(
                f"there is no function called {self._name} in the notebook"
            )
        if answer["kind"] == "lost":
            raise NoAnswerError(f"{self._name} {answer['text']}")
        return answer


def _said(name: str, args: tuple, kwargs: dict[str, Any]) -> str:
    """Write a call as a learner would."""
    named = [f"{key}={_shown(value)}" for key, value in kwargs.items()]
    return f"{name}({', '.join([*map(_shown, args), *named])})"


def _shown(value: Any) -> str:
    """Write a value so that it can be pasted, unless it is long."""
    if not isinstance(value, np.ndarray):
        return repr(_trimmed(value))
    numbers = str(_trimmed(value.tolist())) if value.size <= _SHOWN else ""
    short = 0 < len(numbers) <= _SHOWN
    return f"np.array({numbers})" if short else f"array {value.shape}"


def _trimmed(value: Any) -> Any:
    """Write 2.0 as 2, and of other numbers no more digits than one reads."""
    if isinstance(value, list):
        return [_trimmed(entry) for entry in value]
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else float(f"{value:.{_DIGITS}g}")
