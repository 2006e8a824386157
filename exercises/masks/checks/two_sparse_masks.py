"""Checks of two_sparse_masks."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import receptive_field


def masks(student, m):
    """Take two tables of booleans."""
    answer = student(m)
    for name in ("first", "second"):
        entry = answer.entry(name).has_shape(m * m, m * m)
        yield entry.is_boolean("a mask is made of True and False")


def sees_few(student, m):
    """Require that nobody sees more than m keys in a layer."""
    for mask in masks(student, m):
        most = mask.array.sum(axis=1)
        i = int(most.argmax())
        if most[i] > m:
            raise WrongError(
                f"{mask.said}: query {i} sees {most[i]} keys, and may see {m}"
            )
        yield mask


@check(
    "two_sparse_masks",
    "two masks that are not empty",
    hint="a mask has a row and a column for each token, and a comparison gives "
    "booleans",
)
def two(student):
    for mask in masks(student, 3):
        if not mask.array.any():
            raise WrongError(f"{mask.said}: nobody sees anybody")


@check(
    "two_sparse_masks",
    "nobody sees more than m keys",
    hint="count the True values of each row",
)
def few(student):
    for m in (2, 5):
        for mask in sees_few(student, m):
            if not mask.array.any():
                raise WrongError(f"{mask.said}: nobody sees anybody")


@check(
    "two_sparse_masks",
    "everyone has heard everyone",
    points=3,
    hint="whoever you see in the second layer must bring news of tokens that you have "
    "not seen in the first",
)
def everyone(student):
    for m in (2, 6, 7):
        first, second = sees_few(student, m)
        deaf = np.argwhere(~receptive_field(first.array, second.array))
        if len(deaf):
            i, j = deaf[0]
            raise WrongError(
                f"two_sparse_masks({m}): after both layers token {i} has not heard "
                f"token {j}, and {len(deaf)} of {m**4} pairs are deaf"
            )
