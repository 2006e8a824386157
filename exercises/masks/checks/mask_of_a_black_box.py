"""Checks of mask_of_a_black_box."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention as attention


def measured(student, d=2):
    """Draw a mask for 5 queries and 7 keys, and change the keys one by one."""
    mask = student.rng.permuted(np.tile(np.arange(7) < 3, (5, 1)), axis=1)
    q, k, v = (student.rng.normal(size=size) for size in ((5, 3), (7, 3), (7, d)))
    before, after = attention(q, k, v, mask=mask), []
    for j in range(7):
        change = (np.arange(7) == j)[:, None]
        after.append(attention(q, k + change, v + 2 * change, mask=mask))
    return mask, before, np.array(after)


@check(
    "mask_of_a_black_box",
    "who moves has seen",
    points=2,
    hint="compare after with before, token by token; rows of a mask are queries",
)
def moves(student):
    mask, before, after = measured(student)
    turned = {"a row for each key: in a mask rows are queries": (7, 5)}
    student(before, after).has_shape(5, 7, looks_like=turned).is_close(
        mask,
        looks_like={
            "a mask in which True hides": ~mask,
            "everything open: after is compared with what?": np.ones((5, 7)),
        },
    )


@check(
    "mask_of_a_black_box",
    "it is a table of True and False",
    hint="ask where the movement is large: a comparison gives booleans",
)
def is_a_table(student):
    mask, before, after = measured(student)
    answer = student(before, after).has_shape(*mask.shape)
    answer.is_boolean("in this book a mask is boolean")


@check(
    "mask_of_a_black_box",
    "any feature that moves, up or down",
    hint="what if a feature goes down, or only one of them moves?",
)
def any_feature(student):
    before = np.zeros((2, 3))
    change = np.array([[1.0, -1, 0], [0, 0, 0]]), np.array([[0, 0, -2.0], [0, 0, 3]])
    student(before, np.array(change)).is_close(
        [[1, 1], [0, 1]],
        looks_like={
            "differences that cancel when they are added up": [[0, 1], [0, 1]],
            "only what moves up": [[1, 0], [0, 1]],
            "only where all features move": np.zeros((2, 2)),
            "only the first feature": [[1, 0], [0, 0]],
        },
    )


@check(
    "mask_of_a_black_box",
    "less than a millionth is no movement",
    hint="above which size does a difference count?",
)
def rounding(student):
    mask, before, after = measured(student, 1)
    after = after + 6.5e-7 * student.rng.choice([-1, 1], size=after.shape)
    student(before, after).is_close(
        mask, looks_like={"everything open: rounding taken for movement": mask | True}
    )
    mask, before, after = measured(student, 13)
    after = after + 4e-7 * student.rng.choice([-1, 1], size=after.shape)
    added = "everything open: what all features have moved by was added up, or squared"
    student(before, after).is_close(mask, looks_like={added: mask | True})


@check(
    "mask_of_a_black_box",
    "more than a millionth is a movement, however large the numbers are",
    hint="the border is one number, 1e-6, for small and for large contexts",
)
def little(student):
    mask = student.rng.permuted(np.tile(np.arange(7) < 3, (5, 1)), axis=1)
    steps = mask.T[..., None] * student.rng.choice([-1, 1], size=(7, 5, 2))
    before, none = np.zeros((5, 2)), mask & False
    student(before, before + 1.5e-6 * steps).is_close(
        mask, looks_like={"nothing open: small movements taken for rounding": none}
    )
    one = 3e-6 * mask.T[..., None] * (np.arange(13) == 4)
    mean = "nothing open: a mean over features, in which a single one is lost"
    student(np.zeros((5, 13)), one).is_close(mask, looks_like={mean: none})
    before = before + 1000.0
    student(before, before + 1e-3 * steps).is_close(
        mask,
        looks_like={
            "a movement compared with the size of `before`: np.isclose does that": none
        },
    )
