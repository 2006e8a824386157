"""Checks of stable_softmax."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


def whole_array(scores):
    """Let all numbers compete, not those of a row."""
    return softmax(scores.ravel()).reshape(scores.shape)


@check(
    "stable_softmax",
    "each row is shared out among its own keys",
    hint="which axis do the keys lie along? sum along it, with keepdims=True",
)
def rows(student):
    scores = student.rng.normal(size=(3, 5))
    student(scores).is_close(
        softmax(scores),
        looks_like={
            "one softmax over the whole array": whole_array(scores),
            "softmax over axis 0": softmax(scores, axis=0),
            "scores divided by their sum, without np.exp": (
                scores / scores.sum(-1, keepdims=True)
            ),
            "powers that were not divided by their sum": np.exp(
                scores - scores.max(-1, keepdims=True)
            ),
        },
    )


@check(
    "stable_softmax",
    "large inputs stay finite",
    points=2,
    hint="subtract the maximum before np.exp",
)
def large(student):
    cut_off = {"scores cut off at a limit": [[0.5, 0.5]]}
    student(np.array([[1000.0, 2000.0]])).is_close([[0, 1]], looks_like=cut_off)
    student(np.array([[-2000.0, -1000.0]])).is_close([[0, 1]], looks_like=cut_off)
    top = student(np.array([[1002.0, 1001.0, 1000.0]]))
    top.is_close(softmax(np.array([[2.0, 1.0, 0.0]])))
    student(np.array([[0.0, 0.0, 0.0, 3000.0]])).is_close([[0, 0, 0, 1]])


@check(
    "stable_softmax",
    "a row far below the others keeps its weights",
    hint="each row needs a maximum of its own",
)
def far_below(student):
    scores = np.array([[0.0, 1.0], [-2000.0, -2001.0]])
    student(scores).is_close(
        softmax(scores),
        looks_like={
            "one maximum for all rows, and a little something against 0 / 0": [
                softmax(scores)[0],
                [0, 0],
            ]
        },
    )


@check(
    "stable_softmax",
    "axis chooses who competes",
    hint="use `axis` wherever you wrote -1",
)
def other_axes(student):
    student(np.array([[0.0, 1.0], [0.0, 1.0]]), axis=0).is_close(
        [[0.5, 0.5], [0.5, 0.5]],
        looks_like={
            "softmax over the last axis, whatever axis says": softmax(
                np.array([[0.0, 1.0], [0.0, 1.0]])
            )
        },
    )
    scores = student.rng.normal(size=(2, 3, 5))
    for axis in (0, 1, -1):
        student(scores, axis=axis).is_close(softmax(scores, axis=axis))


@check(
    "stable_softmax",
    "whole numbers and float16 are welcome",
    hint="convert the scores to float first",
)
def other_dtypes(student):
    whole = np.array([[2, 1, 0]])
    student(whole).is_close(
        softmax(whole.astype(float)),
        looks_like={"weights stored in an array of whole numbers": [[0, 0, 0]]},
    )
    many = np.full((1, 70_001), 3, dtype=np.float16)
    student(many).is_close(
        np.full(many.shape, 1 / many.size),
        atol=1e-6,
        looks_like={"a sum that is too large for float16": np.zeros(many.shape)},
    )


@check(
    "stable_softmax",
    "the scores are left as they were",
    hint="`scores -= ...` writes into the caller's array; `scores = scores - ...` "
    "makes a new one",
)
def keeps_scores(student):
    scores = student.rng.normal(size=(3, 5)) + 7
    student(scores).is_close(softmax(scores)).keeps_its_arguments()
