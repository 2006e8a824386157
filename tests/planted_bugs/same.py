"""Tell whether two functions of a notebook answer alike."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from attnbook.grading.learners import Live
from tests.planted_bugs.deadline import within

SECONDS = 2
VARIANTS = 6  # of each call
NEAR = 1e-7

Call = tuple[list[Any], dict[str, Any]]
Known = tuple[Call, dict[str, Any]]


def asked(learner: Live, task: str, calls: Iterable[Call]) -> Iterator[Known]:
    """Give each call with its answer."""
    for call in calls:
        yield call, _answer(learner, task, call)


def varied(learner: Live, task: str, calls: Iterable[Call]) -> Iterator[Known]:
    """Give calls that are changed at random, with those answers that are no errors."""
    rng = np.random.default_rng(0)
    for args, kwargs in calls:
        for _ in range(VARIANTS):
            how = rng.integers(7)
            call = (
                [_other(value, rng, how) for value in args],
                {name: _other(value, rng, how) for name, value in kwargs.items()},
            )
            answer = _answer(learner, task, call)
            if answer["kind"] == "value":
                yield call, answer


def agree(learner: Live, task: str, known: Iterable[Known]) -> bool:
    """Tell whether a function answers all calls in the same way."""
    for call, answer in known:
        other = within(SECONDS, lambda call=call: _answer(learner, task, call))
        if other is None or not _alike(other, answer):
            return False
    return True


def _answer(learner: Live, task: str, call: Call) -> dict[str, Any]:
    with np.errstate(all="ignore"):
        answer = learner.call(task, *call)
    # How an error is worded, and in which line it is raised, is no matter.
    return {k: v for k, v in answer.items() if k not in ("text", "line")}


def _other(value: Any, rng: np.random.Generator, how: int) -> Any:
    """Make another value of the same kind and shape."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value + int(rng.integers(-1, 3))
    if isinstance(value, float):
        return value * float(rng.uniform(0.3, 3))
    if not isinstance(value, np.ndarray):
        return value
    shuffled = rng.permutation(value.ravel()).reshape(value.shape)
    if value.dtype.kind != "f":
        return shuffled
    return (
        value + rng.normal(size=value.shape),
        value * 30,
        value * 3000,
        np.round(value),
        shuffled,
        np.zeros_like(value),
        rng.normal(size=value.shape),
    )[how]


def _alike(one: Any, other: Any) -> bool:
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(
                _alike(one[key], other[key]) for key in one
            )
        case list(), list():
            return len(one) == len(other) and all(map(_alike, one, other))
        case (np.ndarray() | float(), _) | (_, np.ndarray() | float()):
            return _near(one, other)
    return one == other


def _near(one: Any, other: Any) -> bool:
    one, other = np.asarray(one), np.asarray(other)
    numbers = one.dtype.kind in "bifu" and other.dtype.kind in "bifu"
    if not numbers or one.shape != other.shape:
        return False
    with np.errstate(all="ignore"):
        return np.allclose(one, other, rtol=NEAR, atol=NEAR, equal_nan=True)
