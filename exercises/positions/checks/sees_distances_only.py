"""Checks of sees_distances_only."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import rotary


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


def diagonals(numbers):
    """Put one number on each diagonal."""
    n = (len(numbers) + 1) // 2
    place = np.arange(n)
    return numbers[place - place[:, None] + n - 1]


@check(
    "sees_distances_only",
    "constant diagonals, and none",
    hint="compare each entry with the one below and to the right of it",
)
def constant(student):
    says(student, diagonals(student.rng.normal(size=13)), True, "diagonals are equal")
    says(student, student.rng.normal(size=(7, 7)), False, "every score is another")


@check(
    "sees_distances_only",
    "a number added to a whole row changes no weight",
    points=2,
    hint="compare leads over the neighbour in the row, which forget that number",
)
def rows(student):
    scores = diagonals(student.rng.normal(size=13))
    shifted = scores + student.rng.normal(size=(7, 1))
    says(student, shifted, True, "each row only has a number added to it")
    same = np.tile(0.5 * np.arange(5.0), (5, 1))
    says(student, same, True, "that is ALiBi, without the part that no weight notices")


@check(
    "sees_distances_only",
    "a number added to a column changes weights",
    hint="take leads along the row only",
)
def columns(student):
    scores = diagonals(student.rng.normal(size=13))
    why = "a key that is preferred wherever it is seen from is no distance"
    says(student, scores + student.rng.normal(size=7), False, why)
    tables = np.tile(student.rng.normal(size=5), (5, 1))
    says(student, tables, False, why)
    scores = student.rng.normal(size=(5, 1)) + diagonals(student.rng.normal(size=9))
    scores[3, 1] += 0.5
    says(student, scores, False, "one score differs from its diagonal")


@check(
    "sees_distances_only",
    "what is rounded, and what is small",
    hint="allow differences below a millionth, and no larger ones, whatever the scores",
)
def rounded(student):
    x = np.tile(student.rng.normal(size=6), (7, 1))
    turned = rotary(x) @ rotary(x).T
    turned += 5e-8 * student.rng.uniform(-1, 1, size=(7, 7))
    says(student, turned, True, "turned vectors see distances, up to rounding")
    small = 1e-3 * student.rng.normal(size=(7, 7))
    says(student, small, False, "differences of a thousandth are no rounding")
    far = 5000 + 0.01 * student.rng.normal(size=(7, 7))
    says(student, far, False, "the scores are large, and their differences count")
    steep = 1000 * np.arange(7.0) + 0.001 * student.rng.normal(size=(7, 7))
    says(student, steep, False, "a step costs much, and small differences count")
