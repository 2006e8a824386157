"""Checks of fool_the_test."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check


def words(student):
    """Return four words that are not all alike."""
    answer = student().has_shape(
        4,
        6,
        looks_like={
            "that is split already; words are asked for": (2, 4, 3),
            "four words of six features, not six of four": (6, 4),
        },
    )
    x = answer.is_finite().array.astype(float)
    if (x == x[0]).all():
        raise WrongError("all words are alike: such a test would fool nobody")
    return x


def both_ways(x):
    return x.reshape(2, 4, 3), x.reshape(4, 2, 3).swapaxes(0, 1)


def refuse_if_seen(x):
    for head, (short, right) in enumerate(zip(*both_ways(x), strict=True)):
        for row in range(4):
            if (short[row] != right[row]).any():
                raise WrongError(
                    f"the test sees it: row {row} of head {head} is "
                    f"{np.round(short[row], 3).tolist()} by reshape, and "
                    f"{np.round(right[row], 3).tolist()} in the right way"
                )


@check(
    "fool_the_test",
    "four words of six features, not all alike",
    hint="start from np.arange(24).reshape(4, 6), and make triples equal",
)
def shape(student):
    words(student)


@check(
    "fool_the_test",
    "both ways of splitting agree",
    points=3,
    hint="number the eight triples; which has to equal which?",
)
def agree(student):
    refuse_if_seen(words(student))


@check(
    "fool_the_test",
    "as many different numbers as there can be",
    hint="which triples have to be equal? let all other numbers differ",
)
def many(student):
    x = words(student)
    refuse_if_seen(x)
    found = len(np.unique(x))
    if found < 12:
        raise WrongError(
            f"there are {found} different numbers in it; more are possible"
        )
