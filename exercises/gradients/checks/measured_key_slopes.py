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
    hint="how much the loss rises, over how far the number moved",
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
            "a difference that was not divided": np.zeros(right.shape),
            "the sum of the context, without the pull": all_ones,
        },
    )


@check(
    "measured_key_slopes",
    "right to eight digits",
    hint="go to both sides, by about 1e-5: further is crooked, nearer is rounded off",
)
def precise(student):
    given = some(student)
    student(*given).is_close(slopes(*given), atol=1e-8)


@check(
    "measured_key_slopes",
    "keys of whole numbers",
    hint="a copy of whole numbers can't hold a small step: k + nudge makes floats",
)
def whole(student):
    q, _, v, pull = some(student)
    k = student.rng.integers(-2, 3, size=(7, 3))
    student(q, k, v, pull).is_close(
        slopes(q, k.astype(float), v, pull),
        atol=1e-4,
        looks_like={"a step that was rounded away": np.zeros((7, 3))},
    )


@check(
    "measured_key_slopes",
    "queries, keys and values are left as they were",
    hint="`k[place] += ...` writes into the caller's array; k + nudge is a new one",
)
def keeps(student):
    given = some(student)
    answer = student(*given).is_close(slopes(*given), atol=1e-3)
    answer.keeps_its_arguments()
