"""Checks of stable_softmax."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import softmax


def whole_array(scores):
    """Let all numbers compete, not those of a row."""
    return softmax(scores.ravel()).reshape(scores.shape)


def slips_on(scores):
    """Name what is often written in place of a softmax over the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return {
        "one softmax over the whole array": whole_array(scores),
        "softmax over axis 0": softmax(scores, axis=0),
        "scores divided by their sum, without np.exp": (
            scores / scores.sum(-1, keepdims=True)
        ),
        "powers that were not divided by their sum": powers,
        "powers of 2, not of e": softmax(scores * np.log(2)),
        "np.exp of minus the scores: the worst key gets most": softmax(-scores),
    }


def slips_on_a_square(scores):
    """Name what a forgotten keepdims does where rows and columns are as long."""
    crossed = scores - scores.max(-1)
    by_column = np.exp(scores) / np.exp(scores).sum(-1)
    twice = np.exp(crossed) / np.exp(crossed).sum(-1)
    return {
        "a sum without keepdims, which lines up with the columns": by_column
        * (np.exp(scores.max(-1) - scores.max(-1, keepdims=True))),
        "a sum without keepdims, which lines up with the columns, and no maximum": (
            by_column
        ),
        "a maximum without keepdims, which lines up with the columns": softmax(crossed),
        "a maximum and a sum without keepdims, which line up with the columns": twice,
    }


@check(
    "stable_softmax",
    "each row is shared out among its own keys",
    hint="work out one row with the chapter's `softmax_by_hand`: "
    "which of its steps differs from yours, and which numbers share a sum?",
)
def rows(student):
    square = student.rng.normal(size=(5, 5))
    slips = slips_on(square) | slips_on_a_square(square)
    student(square).is_close(softmax(square), looks_like=slips)
    scores = student.rng.normal(size=(3, 5))
    student(scores).is_close(softmax(scores), looks_like=slips_on(scores))


@check(
    "stable_softmax",
    "large inputs stay finite",
    points=2,
    hint="what has to become of the largest score before np.exp? "
    "A weight that is too small for a float may become 0",
)
def large(student):
    slips = {
        "scores cut off at a limit": [[0.5, 0.5]],
        "powers that became infinite, and a NaN that became 0": [[0, 0]],
    }
    student(np.array([[1000.0, 2000.0]])).is_close([[0, 1]], looks_like=slips)
    student(np.array([[-2000.0, -1000.0]])).is_close([[0, 1]], looks_like=slips)
    top = student(np.array([[1002.0, 1001.0, 1000.0]]))
    top.is_close(softmax(np.array([[2.0, 1.0, 0.0]])))
    student(np.array([[0.0, 0.0, 0.0, 3000.0]])).is_close([[0, 0, 0, 1]])


@check(
    "stable_softmax",
    "a row far below the others keeps its weights",
    hint="which number is subtracted from the scores of the lower row?",
)
def far_below(student):
    scores = np.array([[0.0, 1.0], [-2000.0, -2001.0]])
    student(scores).is_close(
        softmax(scores),
        looks_like={"a row whose powers all became 0": [softmax(scores)[0], [0, 0]]},
    )
    scores = np.array([[0.0, 1.0], [-2000.0, -2020.0]])
    right = softmax(scores)
    answer = student(scores).is_close(right)
    small = answer.array[1, 1]
    if not 0.99 <= small / right[1, 1] <= 1.01:
        raise WrongError(
            f"{answer.said} has the weight {small:.3g} for a key that is 20 points "
            "behind: a float can hold its small weight, so was it rounded or cut off?"
        )


@check(
    "stable_softmax",
    "axis chooses who competes",
    hint="whatever you did along -1 is done along `axis` now, for one axis and "
    "for four: keepdims=True lines up along each, [..., None] along the last alone",
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
    for shape in ((2, 3, 5), (7,), (2, 3, 5, 7)):
        scores = student.rng.normal(size=shape)
        for axis in range(-len(shape), len(shape)):
            student(scores, axis=axis).is_close(softmax(scores, axis=axis))


@check(
    "stable_softmax",
    "whole numbers and float16 are welcome",
    hint="convert the scores to float64 before you compute anything",
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
    small = {"differences that do not fit into small whole numbers": [[1, 0]]}
    for apart in (
        np.array([[0, 200]], np.uint8),
        np.array([[-100, 100]], np.int8),
        np.array([[-32_700, 32_700]], np.int16),
    ):
        student(apart).is_close([[0, 1]], looks_like=small)


@check(
    "stable_softmax",
    "the scores are left as they were",
    hint="`scores -= ...` writes into the caller's array; `scores = scores - ...` "
    "makes a new one",
)
def keeps_scores(student):
    scores = student.rng.normal(size=(3, 5)) + 7
    student(scores).is_close(softmax(scores)).keeps_its_arguments()
