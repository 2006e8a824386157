"""Checks of turn_from."""

from itertools import combinations

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check

NEAR, FAR = 1e-5, 1e-3  # what float32 makes of angles up to 20, and of 5000
BUGS = {
    "speeds": "the exponent of hand c is -c/d, and should be -2c/d",
    "places": "places begin at 0, whatever `start` says",
    "turn": "the second of a pair is made from the first when that is turned already",
}


def turned(x, start, left=()):
    """Turn pairs of features, with some of the bugs left."""
    d = x.shape[-1]
    c = np.arange(d // 2) * (1 if "speeds" in left else 2)
    begin = 0 if "places" in left else start
    angles = (begin + np.arange(x.shape[-2]))[:, None] * 10_000.0 ** (-c / d)
    cos, sin, y = np.cos(angles), np.sin(angles), x.astype(float)
    y[..., 0::2] = x[..., 0::2] * cos - x[..., 1::2] * sin
    first = y if "turn" in left else x
    y[..., 1::2] = first[..., 0::2] * sin + x[..., 1::2] * cos
    return y


def habits(x, start):
    """Say for each wrong answer what is wrong with it."""
    d = x.shape[-1]
    told = {}
    for count in range(1, len(BUGS) + 1):
        for left in combinations(BUGS, count):
            words = BUGS[left[0]] if count == 1 else ", ".join(left)
            told[f"what is left of the mistakes: {words}"] = turned(x, start, left)
    order = [*range(0, d, 2), *range(1, d, 2)]
    half = np.empty(x.shape)
    half[..., order] = x
    pairs = turned(half, start)[..., order]
    return told | {
        "places counted from 1": turned(x, start + 1),
        "`start` subtracted from the places, and not added": turned(x, -start),
        "pairs of feature c and feature c + d/2": pairs,
        "the other direction: a turn by minus the place": turned(
            x[..., ::-1, :], 1 - start - x.shape[-2]
        )[..., ::-1, :],
        "a vector that was not turned": x,
    }


def is_turned(student, x, start, atol=NEAR):
    right = turned(x, start)
    student(x, start).is_close(right, atol=atol, looks_like=habits(x, start))


@check(
    "turn_from",
    "one pair of features",
    hint="both features of a pair are made from the two old ones",
)
def one_pair(student):
    is_turned(student, student.rng.normal(size=(5, 2)), 0)


@check(
    "turn_from",
    "every hand at its own speed",
    points=2,
    hint="hand c has the exponent -2c/d",
)
def speeds(student):
    is_turned(student, student.rng.normal(size=(7, 6)), 0)


@check(
    "turn_from",
    "further down the text, and before its beginning",
    hint="the first token stands at `start`",
)
def further_down(student):
    for start in (13, -3):
        is_turned(student, student.rng.normal(size=(3, 4)), start)
    is_turned(student, student.rng.normal(size=(3, 14)), 5000, FAR)


@check(
    "turn_from",
    "several sequences at once",
    hint="tokens are the axis before the last, and features the last",
)
def several(student):
    is_turned(student, student.rng.normal(size=(2, 3, 5, 4)), 11)


@check(
    "turn_from",
    "whole numbers, and an argument that stays as it is",
    hint="fill a new array of floats",
)
def whole_numbers(student):
    x = student.rng.integers(2, 9, size=(5, 4))
    floats = x.astype(float)
    answer = student(floats, 2).keeps_its_arguments()
    answer.is_close(turned(x, 2), atol=NEAR, looks_like=habits(floats, 2))
    answer = student(x, 2)
    if np.issubdtype(answer.array.dtype, np.integer):
        raise WrongError(f"{answer.said} returned whole numbers: the rest is cut off")
    cut = {"numbers cut off behind the point": np.trunc(turned(x, 2))}
    answer.is_close(turned(x, 2), atol=NEAR, looks_like=cut | habits(x, 2))
