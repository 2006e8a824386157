"""Checks of asks_nothing."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check


def says(student, scores, right, why):
    """Require True or False; say what speaks against the other."""
    answer = student(scores)
    value = answer.value
    if isinstance(value, np.ndarray) and value.size == 1 and value.dtype == bool:
        value = bool(value.item())
    if not isinstance(value, bool):
        raise WrongError(f"{answer.said} should be True or False")
    if value != right:
        raise WrongError(f"{answer.said} is not {value}: {why}")


@check(
    "asks_nothing",
    "the same row for all, and another for each",
    hint="compare all rows with one of them",
)
def same_rows(student):
    row = student.rng.normal(size=7)
    says(student, np.tile(row, (5, 1)), True, "all rows are the same")
    drawn = student.rng.normal(size=(5, 7))
    says(student, drawn, False, "each row has weights of its own")
    says(student, np.zeros((2, 3)), True, "all scores are 0, so all weights are 1/3")


@check(
    "asks_nothing",
    "a number added to a whole row changes no weight",
    points=2,
    hint="softmax sees only leads: compare the leads, not the scores",
)
def shifted(student):
    added = "its rows differ only by a number that all keys of a row share"
    whole = np.array([[1.0, 3.0, 2.0], [11.0, 13.0, 12.0]])  # no rounding in it
    says(student, whole, True, added)
    keys, queries = student.rng.normal(size=(1, 7)), student.rng.normal(size=(5, 1))
    apart = "its rows differ only by what a row shares: 1000 is too much for np.exp"
    says(student, whole[0] + np.array([[0.0], [1000.0], [-1000.0]]), True, apart)
    rounded = f"{added}, and by rounding: compare with np.allclose, not with =="
    says(student, keys + 100 * queries, True, rounded)
    scaled = "each row is a multiple of the first, and softmax sees that"
    says(student, keys * (1 + np.arange(5)[:, None] / 2), False, scaled)


@check(
    "asks_nothing",
    "the same winner is not the same weights",
    hint="look at all keys of a row, not at the best alone",
)
def same_winner(student):
    scores = np.array([[3.0, 1.0, 0.0], [3.0, 1.0, 0.0], [3.0, 0.0, 1.0]])
    winner = "all rows have the same winner, but not the same weights"
    says(student, scores, False, winner)
    says(student, scores[:2], True, "both rows are the same")


@check(
    "asks_nothing",
    "one query that asks is enough",
    hint="every row has to be compared, and each key of it",
)
def one_asks(student):
    scores = np.tile(student.rng.normal(size=7), (5, 1))
    says(student, scores, True, "all rows are the same")
    for key, row in enumerate((4, 0, 2, 1, 3, 2, 4)):
        for more in (1, 0.01):
            asked = scores.copy()
            asked[row, key] += more
            why = f"its row {row} is not like the others: key {key} has {more} more"
            says(student, asked, False, why)
    asked = scores + (np.arange(5) > 1)[:, None] * (np.arange(7) == 3)
    says(student, asked, False, "rows 0 and 1 are not like rows 2, 3 and 4")
    # The mean of these rows is even, and none of them is.
    opposite = np.array([[2.0, 0.0], [0.0, 2.0]])
    says(student, opposite, False, "its two rows are opposite")
