"""Checks of join_heads."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import merge_heads


@check(
    "join_heads",
    "the parts of a word stand side by side",
    points=2,
    hint="a word's features have to lie side by side before axes are joined",
)
def side_by_side(student):
    parts = student.rng.normal(size=(2, 5, 3))
    stacked = {
        "a row is one word, with the features of all heads": (2, 15),
        "that puts the heads one below the other": (10, 3),
        "the axes are swapped, and not joined yet": (5, 2, 3),
        "words are rows": (6, 5),
    }
    student(parts).has_shape(5, 6, looks_like=stacked).is_close(
        merge_heads(parts),
        looks_like={
            "reshape alone, which leaves the numbers in their order": (
                parts.reshape(5, 6)
            ),
            "features before heads: first feature 0 of every head": (
                parts.transpose(1, 2, 0).reshape(5, 6)
            ),
            "the last head first": merge_heads(parts[::-1]),
        },
    )


@check(
    "join_heads",
    "one word changes one row",
    hint="print the shape after each step: which axis tells the words apart?",
)
def one_word(student):
    parts = student.rng.normal(size=(3, 7, 2))
    changed = parts.copy()
    changed[:, 4] += 1
    before, after = student(parts), student(changed)
    before.has_shape(7, 6).is_finite()
    after.has_shape(7, 6).is_finite()
    rows = (before.array.astype(float) != after.array.astype(float)).any(axis=1)
    if rows.tolist() != [i == 4 for i in range(7)]:
        raise WrongError(
            "word 4 was changed in all heads, and these rows changed: "
            f"{np.flatnonzero(rows).tolist()}"
        )


@check(
    "join_heads",
    "the axes in front are carried along",
    hint="count axes from the end: -3 are the heads, -2 the words",
)
def batched(student):
    for shape in ((2, 3, 5, 4), (2, 3, 5, 7, 1)):
        parts = student.rng.normal(size=shape)
        *front, h, n, d_head = shape
        by_feature = np.moveaxis(parts, -3, -1)
        student(parts).is_close(
            merge_heads(parts),
            looks_like={
                "reshape alone": parts.reshape(*front, n, h * d_head),
                "features before heads": by_feature.reshape(*front, n, h * d_head),
                "the last head first": merge_heads(np.flip(parts, -3)),
            },
        )
