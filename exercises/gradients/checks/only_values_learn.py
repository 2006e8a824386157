"""Checks of only_values_learn."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention_backward, softmax

SHAPES = {"q": (5, 3), "k": (7, 3), "v": (7, 2), "grad_context": (5, 2)}
ROUNDING = 1e-9  # as a part of what a slope could be
LARGEST = 10  # of queries and keys: beside a huge number no slope counts
APART = 1e-3  # as a part of the largest number of the values


def arrays(student):
    """Return the four arrays as floats; refuse other shapes, and zeros."""
    answer = student()
    given = {
        name: answer.entry(name).has_shape(*shape).is_finite().array.astype(float)
        for name, shape in SHAPES.items()
    }
    for name, array in given.items():
        if not array.any():
            raise WrongError(f"{name} is zero everywhere")
    return list(given.values())


def different(v):
    """Refuse values that lie in the same place: then nobody asks who is looked at."""
    for i, j in zip(*np.triu_indices(len(v), k=1), strict=True):
        if not np.abs(v[i] - v[j]).max() >= APART * np.abs(v).max():
            raise WrongError(f"values {i} and {j} lie in the same place, or nearly")


def gradients(student):
    """Return what queries, keys and values get, each as a part of what it could be.

    Values and gradients of any size count alike: a slope is not zero because they
    are small, and not too large because they are large.
    """
    q, k, v, grad = arrays(student)
    different(v)
    for name, array in (("q", q), ("k", k)):
        if np.abs(array).max() > LARGEST:
            raise WrongError(f"{name} has a number that is not between -10 and 10")
    v, rows = v / np.abs(v).max(), np.abs(grad).max(axis=1, keepdims=True)
    grad_q, grad_k, grad_v = scaled_dot_product_attention_backward(
        q, k, v, grad / rows.max()
    )
    rows = np.where(rows > 0, rows / rows.max(), 1)
    return (
        np.abs(grad_q / rows).max() / np.abs(k).max(),
        np.abs(grad_k).max() / np.abs(q).max(),
        np.abs(grad_v).max(),
    )


@check(
    "only_values_learn",
    "four arrays as asked for, and values that learn",
    hint="the text says what is asked of the four; values are blamed if they are read",
)
def whole(student):
    if not gradients(student)[2] >= 1e-3:
        raise WrongError("the values learn hardly anything")


@check(
    "only_values_learn",
    "ordinary weights",
    hint="numbers between -1 and 1 are small enough; which should not be all alike?",
)
def ordinary(student):
    q, k, _, _ = arrays(student)
    weights = softmax(q @ k.T / np.sqrt(3))
    if not 0.001 <= weights.min() <= weights.max() <= 0.9:
        raise WrongError(
            f"the weights go from {weights.min():.2g} to {weights.max():.2g}: too sharp"
        )
    if (weights.max(axis=1) - weights.min(axis=1) < 1e-6).any():
        raise WrongError("in some row all weights are the same")


@check(
    "only_values_learn",
    "queries learn nothing",
    points=2,
    hint="the slope of every score has to be 0: for which queries is it not?",
)
def queries(student):
    part = gradients(student)[0]
    if not part <= ROUNDING:
        raise WrongError(
            "the slope of a query's number is not zero: "
            f"{part:.2g} for values, keys and a grad_context of size 1"
        )


@check(
    "only_values_learn",
    "keys learn nothing",
    points=2,
    hint="make the slope of every score zero, not the sums of them alone",
)
def keys(student):
    part = gradients(student)[1]
    if not part <= ROUNDING:
        raise WrongError(
            "the slope of a key's number is not zero: "
            f"{part:.2g} for queries, values and a grad_context of size 1"
        )
