"""Checks of measured_key_slopes."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention_backward


def some(student):
    shapes = ((5, 3), (7, 3), (7, 2), (5, 2))
    return [student.rng.normal(size=shape) for shape in shapes]


def slopes(q, k, v, pull):
    return scaled_dot_product_attention_backward(q, k, v, pull)[1]


@check(
    "measured_key_slopes",
    "each number of a key has its slope",
    points=2,
    hint="for one number of one key: what moves, and what is divided by what?",
)
def each(student):
    given = some(student)
    right = slopes(*given)
    q, k, v, _ = given
    all_ones = slopes(q, k, v, np.ones((5, 2)))
    student(*given).is_close(
        right,
        atol=1e-4,
        looks_like={
            "a difference over one step, where it went over two": 2 * right,
            "half of the slope: it went over one step only": right / 2,
            "minus the slope": -right,
            "no slope at all: did the key move, and was the difference divided?": (
                np.zeros(right.shape)
            ),
            "steps that stay: the key is not back before the next number moves": (
                right.cumsum().reshape(right.shape)
            ),
            "a whole key that moved, where one of its numbers should": np.repeat(
                right.sum(axis=1, keepdims=True), 3, axis=1
            ),
            "the sum of the context, without grad_context": all_ones,
        },
    )


@check(
    "measured_key_slopes",
    "queries, keys and values are left as they were",
    hint="`k[place] += ...` writes into the caller's array",
)
def keeps(student):
    given = some(student)
    answer = student(*given).is_close(slopes(*given), atol=1e-3)
    answer.keeps_its_arguments()


@check(
    "measured_key_slopes",
    "right to within 1e-8",
    hint="which error grows with the step, and which one when the step shrinks?",
)
def precise(student):
    for _ in range(7):  # a curve is not bent alike everywhere
        given = some(student)
        student(*given).is_close(slopes(*given), atol=1e-8)


@check(
    "measured_key_slopes",
    "keys of whole numbers",
    hint="what does an array of whole numbers make of 2.00001?",
)
def whole(student):
    q, _, v, pull = some(student)
    k = student.rng.integers(-2, 3, size=(7, 3))
    student(q, k, v, pull).is_close(
        slopes(q, k.astype(float), v, pull),
        atol=1e-4,
        looks_like={"a step that was rounded away": np.zeros((7, 3))},
    )
