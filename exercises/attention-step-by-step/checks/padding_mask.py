"""Checks of padding_mask."""

import numpy as np

from attnbook.grading.answers import Answer, WrongError
from attnbook.grading.declare import check

LENGTHS = np.array([3, 7, 0, 5])
REAL = np.arange(7) < LENGTHS[:, None]


@check(
    "padding_mask",
    "the first keys are real, the rest is padding",
    hint="with length 3 the keys 0, 1 and 2 are real",
)
def real_keys(student):
    a_row_each(student(LENGTHS, 7)).is_close(
        REAL,
        looks_like={
            "a mask in which True marks padding": ~REAL,
            "one key too many for each sequence": np.arange(7) <= LENGTHS[:, None],
            "one key too few for each sequence": np.arange(1, 8) < LENGTHS[:, None],
            "a key that is real in a sequence of length 0": (
                np.arange(7) < np.maximum(LENGTHS, 1)[:, None]
            ),
            "padding in front, and the real keys last": REAL[:, ::-1],
        },
    )


def a_row_each(answer):
    """Take the row of each sequence; the shape is for the next check."""
    rows = answer.array.squeeze()
    if rows.shape == (4, 7, 7):
        rows = rows[:, 0]
    if rows.shape != (4, 7):
        answer.has_shape(4, 1, 7)
    return Answer(rows, answer.said)


@check(
    "padding_mask",
    "its shape is (b, 1, k)",
    hint="beside scores (b, q, k): on which of the three axes does padding depend?",
)
def fits_the_scores(student):
    answer = student(LENGTHS, 7)
    answer.has_shape(
        4,
        1,
        7,
        looks_like={
            "beside scores (b, q, k), b would meet the queries": (4, 7),
            "that hides queries; keys are the last axis": (4, 7, 1),
            "one row serves every query": (4, 7, 7),
            "b is the first axis": (1, 4, 7),
            "one axis too many: there are no heads here": (4, 1, 1, 7),
        },
    )
    student(np.array([3, 5, 0]), 5).has_shape(3, 1, 5)


@check(
    "padding_mask",
    "it is made of True and False",
    hint="a comparison gives booleans: no np.ones, no -np.inf",
)
def padding_boolean(student):
    answer = student(LENGTHS, 7).is_boolean("in this book a mask is boolean")
    if answer.array.all() or not answer.array.any():
        raise WrongError(f"{answer.said} has only one of the two")


@check(
    "padding_mask",
    "lengths may be a list, and all of them short",
    hint="np.asarray(lengths) takes both; n_keys says how wide the mask is",
)
def short_list(student):
    answer = student([2, 3], 5)
    longest = {"as wide as the longest sequence, not as n_keys": (2, 1, 3)}
    if not {2, 5} <= set(answer.array.shape):  # where they stand is judged above
        answer.has_shape(2, 1, 5, looks_like=longest)
    answer.is_close(student(np.array([2, 3]), 5).array)
