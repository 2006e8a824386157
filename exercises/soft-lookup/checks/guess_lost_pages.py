"""Checks of guess_lost_pages."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import kernel_regression

NEAR = 1e-4  # float32 will do


def guesses(keys, values, h, left):
    """Look every key up in those pages that are left for it."""
    return kernel_regression(keys, keys, values, bandwidth=h, mask=left)


def years(student, *gaps):
    """Put keys in a row with these gaps, and draw a value for each."""
    keys = np.cumsum([1871.0, *gaps])[:, None]
    return keys, (student.rng.normal(size=(len(keys), 1)) + 5).round(2)


@check(
    "guess_lost_pages",
    "no page answers for itself",
    points=2,
    hint="leave the page out before you look it up, key and value",
)
def itself(student):
    keys, values = years(student, 1, 1, 1, 1, 1, 1)
    left = ~np.eye(7, dtype=bool)
    full, weights = kernel_regression(
        keys, keys, values, bandwidth=1.5, return_weights=True
    )
    student(keys, values, 1.5).is_close(
        guesses(keys, values, 1.5, left),
        atol=NEAR,
        looks_like={
            "no page was lost: each looks itself up, too": full,
            "the lost page still takes its share of the weight": (
                (weights * left) @ values
            ),
            "the value of the nearest page alone": values[[1, 0, 1, 2, 3, 4, 5]],
            "the plain mean of the other pages": (left @ values) / 6,
        },
    )


@check(
    "guess_lost_pages",
    "a hole takes what is exactly at its edge",
    hint="is a page that is exactly as far away as the hole is wide lost, or left?",
)
def edge(student):
    keys, values = years(student, *[1] * 10)
    apart = np.abs(keys - keys.T)
    student(keys, values, 1.5, 3).is_close(
        guesses(keys, values, 1.5, apart > 3),
        atol=NEAR,
        looks_like={
            "pages at the edge of the hole are still there": (
                guesses(keys, values, 1.5, apart >= 3)
            ),
            "a hole too narrow: half of it each way, or its square forgotten": (
                guesses(keys, values, 1.5, apart > 1.5)
            ),
            "only the page itself was lost": guesses(keys, values, 1.5, apart > 0),
        },
    )


@check(
    "guess_lost_pages",
    "a hole is a distance, not a number of rows",
    hint="compare keys with keys; where they stand in the table does not matter",
)
def gaps(student):
    keys, values = years(student, 5, 1, 2, 7, 1, 3)
    order = np.array([3, 0, 5, 1, 6, 2, 4])
    keys, values = keys[order], values[order]
    rows = np.abs(np.arange(7)[:, None] - np.arange(7))
    ranks = np.argsort(np.argsort(keys[:, 0]))
    right = guesses(keys, values, 4.0, np.abs(keys - keys.T) > 1)
    student(keys, values, 4.0, 1).is_close(
        right,
        atol=NEAR,
        looks_like={
            "rows next to each other were lost, however far their keys are apart": (
                guesses(keys, values, 4.0, rows > 1)
            ),
            "sorted keys next to each other were lost, however far they are apart": (
                guesses(keys, values, 4.0, np.abs(ranks[:, None] - ranks) > 1)
            ),
            "guesses in the order of sorted keys, not in that of the table": (
                right[np.argsort(keys[:, 0])]
            ),
        },
    )
    keys = (keys - 1882) / 4  # on both sides of 0, and less than 1 apart
    student(keys, values, 1.0, 0.25).is_close(right, atol=NEAR)


@check(
    "guess_lost_pages",
    "a copy of a page is lost with it",
    hint="two pages may have the same key: ask how far keys are apart, not which row "
    "it is",
)
def copies(student):
    keys, values = years(student, 0, 1, 2, 0, 3)
    apart, itself = np.abs(keys - keys.T), np.eye(6, dtype=bool)
    for hole in (0, 1):
        with_copies = (apart > hole) | (apart == 0) & ~itself
        student(keys, values, 1.5, hole).is_close(
            guesses(keys, values, 1.5, apart > hole),
            atol=NEAR,
            looks_like={
                "a page with the same key was left, and gave the answer away": (
                    guesses(keys, values, 1.5, with_copies)
                )
            },
        )


@check(
    "guess_lost_pages",
    "several values a page, and a narrow bandwidth",
    hint="your soft_lookup must answer far away as well; keep the axis of the values",
)
def narrow(student):
    keys, _ = years(student, 1, 1, 1, 1, 1, 1)
    values = student.rng.normal(size=(7, 2)) + 5
    right = guesses(keys, values, 0.02, np.abs(keys - keys.T) > 2)
    answer = student(keys, values, 0.02, 2)
    answer.has_shape(7, 2, looks_like={"an axis of length 1 is left over": (7, 1, 2)})
    answer.is_close(right, atol=NEAR)
    keys, values = np.array([[1 / 64], [64], [128]]), values[:3]
    right = guesses(keys, values, 1.0, ~np.eye(3, dtype=bool))
    student(keys, values, 1.0).is_close(
        right,
        atol=NEAR,
        looks_like={
            "the nearest page alone, where another is nearly as near": values[[1, 0, 1]]
        },
    )


@check(
    "guess_lost_pages",
    "the caller's arrays stay as they were",
    hint="`keys -= key` and `keys.sort()` change the array itself",
)
def kept(student):
    keys, values = years(student, 1, 2, 1, 3)
    keys, values = keys[::-1].copy(), values[::-1].copy()
    answer = student(keys, values, 1.5)
    right = guesses(keys, values, 1.5, ~np.eye(5, dtype=bool))
    answer.is_close(right, atol=NEAR).keeps_its_arguments()
