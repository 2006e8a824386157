"""Checks of causal_mask."""

import numpy as np

from attnbook.grading.declare import check


@check(
    "causal_mask",
    "a query sees itself and what came before",
    hint="row 0 has one True, the last row has nothing else",
)
def square(student):
    past = np.tri(5)
    student(5, 5).is_close(
        past,
        looks_like={
            "the diagonal left out, so that no query sees itself": np.tri(5, k=-1),
            "the future shown and the past hidden": past.T,
            "a mask in which True hides": 1 - past,
            "one key too many: each query sees the next one": np.tri(5, k=1),
        },
    )


@check(
    "causal_mask",
    "it is a table of True and False",
    hint="a comparison such as `keys <= positions` gives booleans",
)
def causal_boolean(student):
    student(3, 3).is_boolean("in this book a mask is boolean").is_close(np.tri(3))


@check(
    "causal_mask",
    "the queries are the last positions",
    points=2,
    hint="the last query stands at the last key, so add n_keys - n_queries",
)
def last_positions(student):
    answer = student(3, 7)
    answer.has_shape(3, 7, looks_like={"that is one row for each key": (7, 7)})
    answer.is_close(
        np.tri(3, 7, 4),
        looks_like={
            "queries counted from the first key": np.tri(3, 7),
            "a shift in the wrong direction: nobody sees anything": np.zeros((3, 7)),
        },
    )


@check(
    "causal_mask",
    "with too few keys the first queries see nothing",
    hint="the same shift, n_keys - n_queries, is below 0 here; let it be",
)
def too_few(student):
    student(5, 3).is_close(
        np.tri(5, 3, -2),
        looks_like={"a shift that is never below 0": np.tri(5, 3)},
    )
