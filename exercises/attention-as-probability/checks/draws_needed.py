"""Checks of draws_needed."""

import numpy as np

from attnbook.grading.declare import check

HALF = np.array([0.5, 0.5])


@check(
    "draws_needed",
    "enough draws, and not one more",
    hint="how far off is one draw, and what do four draws make of that? "
    "Compare with the example by hand",
)
def enough(student):
    values = np.array([0.0, 10.0])
    for error, wanted in ((1.0, 25), (2.0, 7), (0.125, 1600)):
        student(HALF, values, error).is_number(
            wanted,
            looks_like={
                "one too few: so many draws are further off": wanted - 1,
                "one too many: one draw less keeps to it, too": wanted + 1,
                "the error of one draw over the wanted error: not squared": np.ceil(
                    5 / error
                ),
                "only one of the two was squared": np.ceil(25 / error),
                "the mean square, from which nothing was taken off, or a sum of "
                "squares divided by one less than there are values": np.ceil(
                    50 / error**2
                ),
            },
        )


@check(
    "draws_needed",
    "each value counts with its weight",
    points=2,
    hint="distances are from attention's answer, and large ones may be rare",
)
def weighted(student):
    weights = np.array([0.5, 0.2, 0.1, 0.1, 0.05, 0.03, 0.02])
    for wanted in (83, 20_011):
        scale = student.rng.uniform(0.5, 2)
        values = 10 + scale * np.array([0.0, 1, 2, 4, 7, 11, 16])
        variance = weights @ (values - weights @ values) ** 2
        error = np.sqrt(variance / (wanted - 0.5))
        student(weights, values, error).is_number(
            wanted,
            looks_like={
                "all values counted alike, whatever their weights": np.ceil(
                    values.var() / error**2
                ),
                "the mean square, from which nothing was taken off": np.ceil(
                    weights @ values**2 / error**2
                ),
                "distances from the plain mean of the values": np.ceil(
                    weights @ (values - values.mean()) ** 2 / error**2
                ),
            },
        )


@check(
    "draws_needed",
    "values far from 0 are no trouble",
    hint="take off the mean before you square: the difference of two huge squares "
    "has no digits left",
)
def far_away(student):
    values = 1e9 + np.array([0.0, 10.0])
    student(HALF, values, 2.0).is_number(7)


@check(
    "draws_needed",
    "at least one draw",
    hint="somebody has to be asked, also where all agree",
)
def at_least_one(student):
    student(HALF, np.array([0.0, 10.0]), 2.0).is_number(7)  # it can count further
    student(HALF, np.array([3.0, 3.0]), 0.5).is_number(
        1, looks_like={"without a draw there is no answer": 0}
    )
    student(HALF, np.array([0.0, 10.0]), 50.0).is_number(1)
