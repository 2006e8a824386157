"""Checks of never_first."""

import numpy as np

from attnbook.grading.answers import NoAnswerError, WrongError
from attnbook.grading.declare import check

ANGLES = np.linspace(0, 2 * np.pi, 7200, endpoint=False)
QUERIES = np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1)


def told(student, keys, winners):
    """Return a boolean for each key, or say that it is none: no hint is about that."""
    answer = student(keys)
    n_never = len(keys) - len(np.unique(winners))
    try:
        indices = {"indices? one boolean for each key": (n_never,)}
        return answer.has_shape(len(keys), looks_like=indices).is_boolean()
    except WrongError as error:
        raise NoAnswerError(str(error)) from None


def finds(student, keys):
    """Require the keys that win in no direction; name one that is told wrongly."""
    scores = QUERIES @ keys.T
    winners = scores.argmax(axis=1)
    answer = told(student, keys, winners)
    for j, never in enumerate(answer.array):
        wins = winners == j
        if never and wins.any():
            lead = scores[wins, j] - np.delete(scores[wins], j, axis=1).max(axis=1)
            x, y = QUERIES[wins][lead.argmax()]  # still first when it is rounded
            raise WrongError(
                f"{answer.said}[{j}] is True, but key {j} is first for the query "
                f"({x:.2f}, {y:.2f})"
            )
        if not never and not wins.any():
            raise WrongError(
                f"{answer.said}[{j}] is False, but no query puts key {j} first"
            )


@check(
    "never_first",
    "a key inside the others is never first",
    points=2,
    hint="whichever way a query points, a corner reaches farther",
)
def inside(student):
    finds(student, np.array([[4.0, 0], [0, 4], [-4, 0], [0, -4], [1, 1]]))
    finds(student, np.array([[0.5, 0], [5, 1], [-2, 4], [-3, -3]]))


@check(
    "never_first",
    "a short key may be a corner",
    hint="length alone does not decide: a key that sticks out wins somewhere",
)
def short_corner(student):
    finds(student, np.array([[10.0, 0], [0, 10], [-1, -1], [3, 3]]))
    finds(student, np.array([[2.0, 1], [4, 2]]))


@check(
    "never_first",
    "a long key may be inside",
    hint="length alone does not decide: others may reach farther in its direction",
)
def long_inside(student):
    finds(student, np.array([[10.0, 0], [-10, 0], [0, 1], [0, -1], [3, 0.2]]))


@check(
    "never_first",
    "a key may be first in other directions than its own",
    hint="how do all keys score for a query that points somewhere else?",
)
def not_its_own(student):
    finds(student, np.array([[5.0, 1], [1, 5], [4, 4], [2, 2]]))
    finds(student, np.array([[-7.0, -2], [17, 7], [-16, 0], [-6, 1], [-16, 2]]))


@check(
    "never_first",
    "a key that wins within a small angle is found",
    hint="try directions that are two degrees apart or less, all the way round",
)
def small_angle(student):
    # Each of 170 corners is first for 2.1 degrees.
    angles = 2 * np.pi * (np.arange(170) + student.rng.uniform(0.3, 0.4)) / 170
    ring = 3 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    finds(student, np.vstack([ring, [[0.4, 0.2]]]))
    # Half of the ring, elsewhere: neither 0 nor the mean is in its middle.
    finds(student, np.vstack([ring[:85], [[0.4, 1.7]]]) + np.array([20.0, 5.0]))
