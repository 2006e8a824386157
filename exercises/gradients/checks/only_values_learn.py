"""Checks of only_values_learn."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention_backward, softmax

SHAPES = {"q": (5, 3), "k": (7, 3), "v": (7, 2), "pull": (5, 2)}


def arrays(student):
    """Return the four arrays as floats, if they have the right shapes."""
    answer = student()
    return [
        answer.entry(name).has_shape(*shape).is_finite().array.astype(float)
        for name, shape in SHAPES.items()
    ]


def gradients(student):
    """Return what queries, keys and values get; refuse zeros."""
    given = arrays(student)
    for name, array in zip(SHAPES, given, strict=True):
        if not array.any():
            raise WrongError(f"{name} is zero everywhere")
    return scaled_dot_product_attention_backward(*given)


@check(
    "only_values_learn",
    "four arrays, and values that learn",
    hint="of all four, no array may be zero everywhere; the values are blamed whenever "
    "there is a pull",
)
def whole(student):
    _, _, grad_v = gradients(student)
    if np.abs(grad_v).max() < 1e-3:
        raise WrongError("the values learn hardly anything")


@check(
    "only_values_learn",
    "ordinary weights",
    hint="queries and keys of about the size of 1, and different from each other",
)
def ordinary(student):
    q, k, _, _ = arrays(student)
    weights = softmax(q @ k.T / np.sqrt(3))
    if weights.max() > 0.9 or weights.min() < 0.001:
        raise WrongError(
            f"the weights go from {weights.min():.2g} to {weights.max():.2g}: too sharp"
        )
    if (weights.max(axis=1) - weights.min(axis=1) < 0.01).any():
        raise WrongError("in some row all weights are the same")


@check(
    "only_values_learn",
    "queries learn nothing",
    points=2,
    hint="make the slope of every score zero: no value may lie ahead along the pull",
)
def queries(student):
    grad_q, _, _ = gradients(student)
    if np.abs(grad_q).max() > 1e-9:
        raise WrongError(
            f"the largest slope of a query's number is {np.abs(grad_q).max():.2g}"
        )


@check(
    "only_values_learn",
    "keys learn nothing",
    points=2,
    hint="make the slope of every score zero, not the sums of them alone",
)
def keys(student):
    _, grad_k, _ = gradients(student)
    if np.abs(grad_k).max() > 1e-9:
        raise WrongError(
            f"the largest slope of a key's number is {np.abs(grad_k).max():.2g}"
        )
