"""Checks of expected_share."""

import numpy as np

from attnbook.grading.declare import check

EXACT = 1e-6
OF_A_WORD = "`share` is the chance of all `words` words, not of one"


@check(
    "expected_share",
    "twice as many words, and the share is squared",
    hint="what is the chance of one word, and then of `longer` such words?",
)
def twice(student):
    student(0.729, 3, 6).is_number(
        0.729**2,
        atol=EXACT,
        looks_like={
            "shares do not fall in a straight line": 0.729 / 2,
            "a share is never above 1": 2 * 0.729,
            "that is the chance of a single word": 0.9,
            "chances to fail do not add up: some answers fail twice": 0.458,
            OF_A_WORD: 0.729**6,
            "to the power of 3? How many answers of 3 words are 6 words?": 0.729**3,
        },
    )


@check(
    "expected_share",
    "any length will do, not only a multiple",
    hint="how many answers of 5 words are 8 words? It need not be a whole number",
)
def between(student):
    student(0.59049, 5, 8).is_number(
        0.9**8,
        atol=EXACT,
        looks_like={
            "was 8 / 5 rounded down to 1?": 0.59049,
            "was 8 / 5 rounded up to 2?": 0.59049**2,
        },
    )
    student(0.5, 2, 3).is_number(0.5**1.5, atol=EXACT)


@check(
    "expected_share",
    "many lengths at once",
    hint="does each step take an array, too? math.pow and range take one number only",
)
def many(student):
    lengths = np.array([4, 7, 13, 20])
    student(0.81, 2, lengths).is_close(
        0.9**lengths,
        looks_like={
            "lengths divided by `//`, which rounds down": 0.81 ** (lengths // 2),
        },
    )


@check(
    "expected_share",
    "a shorter answer is right more often",
    hint="can the same formula say what half an answer is worth?",
)
def shorter(student):
    student(0.6561, 4, 2).is_number(
        0.81,
        atol=EXACT,
        looks_like={
            "nothing was done for the words that are not there": 0.6561,
            "with fewer words the share should rise": 0.6561 * 0.9**2,
            "was 2 / 4 rounded down to 0?": 1,
            OF_A_WORD: 0.6561**2,
        },
    )
