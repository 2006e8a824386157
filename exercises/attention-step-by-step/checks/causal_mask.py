"""Checks of causal_mask."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check


@check(
    "causal_mask",
    "a query sees itself and what came before",
    hint="row 0 has one True, the last row has nothing else",
)
def square(student):
    past = np.tri(5)
    future = {"the future shown and the past hidden": past.T}
    student(5, 5).is_close(past, looks_like=future | tables(5, 5))


def tables(n_queries, n_keys):
    """Make the tables that mistakes of any size give, by their names."""
    shift = n_keys - n_queries
    return {
        "the diagonal left out, so that no query sees itself": np.tri(
            n_queries, n_keys, shift - 1
        ),
        "a mask in which True hides": 1 - np.tri(n_queries, n_keys, shift),
        "one key too many: each query sees the next one": np.tri(
            n_queries, n_keys, shift + 1
        ),
    }


@check(
    "causal_mask",
    "it is a table of True and False",
    hint="a comparison such as `keys <= positions` gives booleans",
)
def causal_boolean(student):
    answer = student(3, 3).is_boolean("in this book a mask is boolean").has_shape(3, 3)
    if answer.array.all() or not answer.array.any():
        raise WrongError(f"{answer.said} has only one of the two")


@check(
    "causal_mask",
    "the queries are the last positions",
    points=2,
    hint="3 queries, 7 keys: at which key does the last query stand, and the first?",
)
def last_positions(student):
    answer = student(3, 7)
    answer.has_shape(3, 7, looks_like={"that is one row for each key": (7, 7)})
    answer.is_close(
        np.tri(3, 7, 4),
        looks_like={
            "queries counted from the first key": np.tri(3, 7),
            "a shift in the wrong direction: nobody sees anything": np.zeros((3, 7)),
        }
        | tables(3, 7),
    )


@check(
    "causal_mask",
    "with too few keys the first queries see nothing",
    hint="the last query still stands at the last key: who stands before the first?",
)
def too_few(student):
    student(5, 3).is_close(
        np.tri(5, 3, -2),
        looks_like={
            "queries counted from the first key": np.tri(5, 3),
            "the difference of the two lengths without its sign": np.tri(5, 3, 2),
        }
        | tables(5, 3),
    )
