"""Checks of padding_mask."""

import numpy as np

from attnbook.grading.answers import Answer
from attnbook.grading.declare import check

LENGTHS = np.array([3, 7, 0, 5])
REAL = np.arange(7) < LENGTHS[:, None]


@check(
    "padding_mask",
    "the first keys are real, the rest is padding",
    hint="with length 3 the keys 0, 1 and 2 are real",
)
def real_keys(student):
    answer = student(LENGTHS, 7)
    if answer.array.size == REAL.size:  # its shape is for the next check
        answer = Answer(answer.array.reshape(REAL.shape), answer.said)
    answer.is_close(
        REAL,
        looks_like={
            "a mask in which True marks padding": ~REAL,
            "one key too many for each sequence": np.arange(7) <= LENGTHS[:, None],
            "padding in front, and the real keys last": REAL[:, ::-1],
        },
    )


@check(
    "padding_mask",
    "its shape is (b, 1, k)",
    hint="give the lengths two more axes: lengths[:, None, None]",
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
        },
    )
    answer.is_close(REAL[:, None])


@check(
    "padding_mask",
    "it is made of True and False",
    hint="a comparison gives booleans: no np.ones, no -np.inf",
)
def padding_boolean(student):
    student(LENGTHS, 7).is_boolean("in this book a mask is boolean").is_close(
        REAL[:, None]
    )


@check(
    "padding_mask",
    "lengths may be a list, and all of them short",
    hint="np.asarray(lengths) takes both; n_keys says how wide the mask is",
)
def short_list(student):
    answer = student([2, 3], 5)
    longest = {"is it as wide as the longest sequence, instead of n_keys?": (2, 1, 3)}
    answer.has_shape(2, 1, 5, looks_like=longest)
    answer.is_close(np.arange(5) < np.array([2, 3])[:, None, None])
