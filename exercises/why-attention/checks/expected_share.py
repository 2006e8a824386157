"""Checks of expected_share."""

import numpy as np

from attnbook.grading.declare import check

EXACT = 1e-6


@check(
    "expected_share",
    "twice as many words, and the share is squared",
    hint="what is the chance of one word, and then of `longer` such words?",
)
def twice(student):
    student(0.81, 2, 4).is_number(
        0.6561,
        atol=EXACT,
        looks_like={
            "shares do not fall in a straight line": 0.405,
            "a share is never above 1": 1.62,
            "that is the chance of a single word": 0.9,
            "chances to fail do not add up: some answers fail twice": 0.62,
            "`share` is the chance of all `words` words, not of one": 0.81**4,
        },
    )


@check(
    "expected_share",
    "any length will do, not only a multiple",
    hint="a length divided by another is rarely a whole number: `/`, not `//`",
)
def between(student):
    student(0.729, 3, 4).is_number(
        0.6561,
        atol=EXACT,
        looks_like={"was 4 / 3 rounded down to 1?": 0.729},
    )
    student(0.5, 2, 3).is_number(0.5**1.5, atol=EXACT)


@check(
    "expected_share",
    "many lengths at once",
    hint="NumPy's `**` takes an array of exponents; math.pow and range take one number",
)
def many(student):
    lengths = np.array([4, 7, 13, 20])
    student(0.81, 2, lengths).is_close(0.9**lengths)


@check(
    "expected_share",
    "a shorter answer is right more often",
    hint="the same formula holds for fewer words: the exponent is then below 1",
)
def shorter(student):
    student(0.6561, 4, 1).is_number(
        0.9,
        atol=EXACT,
        looks_like={
            "nothing was done for the words that are not there": 0.6561,
            "with fewer words the share should rise": 0.6561 * 0.9**3,
        },
    )
