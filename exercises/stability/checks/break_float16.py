"""Checks of break_float16."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import softmax

LARGEST = 65_504


def scores_of(student, name):
    """Return the scores of one entry, if none is too large, and their powers."""
    answer = student().entry(name)
    scores = answer.is_finite().array.astype(float)
    if scores.ndim != 1 or scores.size == 0:
        raise WrongError(f"{answer.said} should have one axis, and something on it")
    far = scores[np.abs(scores).argmax()]
    if abs(far) > LARGEST:
        raise WrongError(
            f"{answer.said} has a score of {far:g}, which does not lie between "
            "-65,504 and 65,504"
        )
    return scores, np.exp(scores.astype(np.float16)).astype(float)


@check(
    "break_float16",
    "a power too large for float16",
    points=2,
    hint="above the logarithm of 65,504, and below that of what float32 can hold",
)
def power(student):
    scores, powers = scores_of(student, "power")
    if powers.max() == 0:
        raise WrongError("all powers become 0: too small for float16, not too large")
    if np.isfinite(powers).all():
        raise WrongError(f"the largest power is {powers.max():.5g}, which fits")
    in_32 = np.exp(scores.astype(np.float32)).astype(float)
    if np.isinf(in_32).any():
        raise WrongError("float32 can't hold these powers either")
    if in_32.sum() > np.finfo(np.float32).max:
        raise WrongError("float32 holds each of these powers, and not their sum")


@check(
    "break_float16",
    "a sum that does not fit, of powers that do",
    points=2,
    hint="each score below 11.09, and more than one of them close to it",
)
def total(student):
    scores, powers = scores_of(student, "sum")
    if scores.size > 7:
        raise WrongError(f"there are {scores.size} scores; seven are enough")
    if not np.isfinite(powers).all():
        raise WrongError("one of the powers alone is too large")
    if powers.sum() < LARGEST + 16:  # up to there it is rounded down
        raise WrongError(f"the sum of the powers is {powers.sum():.0f}, which fits")


@check(
    "break_float16",
    "two scores that become one",
    points=2,
    hint="far from 0 the gaps are wide: how wide must one be to hide a lead of 5?",
)
def digits(student):
    scores, _ = scores_of(student, "digits")
    if scores.size != 2:
        raise WrongError(f"there are {scores.size} scores, not 2")
    first, second = scores.astype(np.float16)
    if first != second:
        raise WrongError(f"float16 can tell them apart: {first:g} and {second:g}")
    share = softmax(scores)[0]
    if share >= 0.01:
        raise WrongError(
            f"before they are rounded, the first gets {share:.3g}: too much"
        )
