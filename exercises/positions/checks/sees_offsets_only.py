"""Checks of sees_offsets_only."""

from collections.abc import Callable

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import rotary

SMALL = 1e-6


def diagonals(numbers):
    """Put one number on each diagonal."""
    n = (len(numbers) + 1) // 2
    place = np.arange(n)
    return numbers[place - place[:, None] + n - 1]


TABLE = diagonals(np.array([3.0, 2, 1, 0, 2, 5, 9]))


def constant_after(anchor: Callable) -> Callable:
    """Make the mistake of taking a number off each row, and looking at diagonals."""

    def answer(scores):
        left = scores - anchor(scores)
        return np.abs(left[1:, 1:] - left[:-1, :-1]).max() < SMALL

    return answer


def steps_of_leads(scores):
    leads = np.diff(scores, axis=1)
    return leads[1:, 1:] - leads[:-1, :-1]


def among_steps(wrong: Callable) -> Callable:
    return lambda scores: wrong(steps_of_leads(scores))


HABITS = {
    "the diagonals of the scores as they are": constant_after(np.zeros_like),
    "diagonals of scores minus the mean of their row, or of weights: from row to row "
    "one offset leaves that mean, or that sum, and another enters": constant_after(
        lambda s: s.mean(axis=1, keepdims=True)
    ),
    "diagonals of scores minus the largest of their row, whose offset may be another "
    "in each row": constant_after(lambda s: s.max(axis=1, keepdims=True)),
    "diagonals of scores minus the first of their row, whose offset is another in "
    "each row": constant_after(lambda s: s[:, :1]),
    "a comparison without abs: what is far below 0 differs too": among_steps(
        lambda steps: steps.max() < SMALL
    ),
    "a comparison without abs, which lets pass whatever is below 0": among_steps(
        lambda steps: (-steps).max() < SMALL
    ),
    "a sum or a mean over all differences, in which they cancel": among_steps(
        lambda steps: abs(steps.sum()) < SMALL
    ),
}
PLACES = np.arange(5.0)
PROBES = (
    TABLE,
    TABLE + PLACES[:4, None] ** 2,
    diagonals(np.array([1.0, 2, 5, 0, 1, 2, 5])),  # all rows have the same mean
    diagonals(np.array([1.0, 2, 0, 5, 3, 0, 2])),  # the largest is on the diagonal
    diagonals(np.array([1.0, 1, 1, 1, 3, 0, 2])),  # the first is always 1
    np.outer(PLACES, PLACES),
    -np.outer(PLACES, PLACES),
    1.0 * np.outer(PLACES == 1, PLACES == 2),
    1.0 * np.outer(PLACES == 3, PLACES == 2),
)


def says(student, scores, right, why):
    """Require True or False; name the mistake that says the same of all probes."""
    answer = student(scores)
    if verdict(answer) == right:
        return
    said = [verdict(student(probe)) for probe in PROBES]
    for mistake, habit in HABITS.items():
        if said == [habit(probe) for probe in PROBES]:
            why = f"{why}; this looks like {mistake}"
    raise WrongError(f"{answer.said} is not {not right}: {why}")


def verdict(answer):
    value = answer.value
    if isinstance(value, np.ndarray) and value.size == 1 and value.dtype == bool:
        value = bool(value.item())
    if not isinstance(value, bool):
        raise WrongError(f"{answer.said} should be True or False")
    return value


@check(
    "sees_offsets_only",
    "constant diagonals, and none",
    hint="compare each entry with the one below and to the right of it",
)
def constant(student):
    for n in (7, 3):
        scores = diagonals(student.rng.normal(size=2 * n - 1))
        says(student, scores, True, "diagonals are constant")
        scores = student.rng.normal(size=(n, n))
        says(student, scores, False, "every score is another")
    scores = diagonals(1000.0 * np.array([3, 2, 1, 0, 2, 5, 9]))
    why = "diagonals are constant, though weights are rounded to 0"
    says(student, scores, True, why)


@check(
    "sees_offsets_only",
    "a number added to a whole row changes no weight",
    points=2,
    hint="compare leads over the neighbour in the row, which forget that number",
)
def rows(student):
    # Quarters are added without rounding, which another check is about.
    scores = diagonals(student.rng.integers(-9, 9, size=13) / 4)
    shifted = scores + student.rng.integers(1, 9, size=(7, 1)).cumsum(axis=0) / 4
    says(student, shifted, True, "each row only has a number added to it")
    same = np.tile(0.5 * np.arange(5.0), (5, 1))
    says(student, same, True, "that is ALiBi, without the part that no weight notices")


@check(
    "sees_offsets_only",
    "a number added to a column changes weights",
    hint="take leads along the row only",
)
def columns(student):
    scores = diagonals(student.rng.normal(size=13))
    why = "a key that is preferred wherever it is seen from is no offset"
    says(student, scores + student.rng.normal(size=7), False, why)
    tables = np.tile(student.rng.normal(size=5), (5, 1))
    says(student, tables, False, why)


@check(
    "sees_offsets_only",
    "scores that leave their diagonal, all or a single one",
    hint="each difference counts, above 0 and below, and none may cancel another",
)
def single(student):
    product = np.outer(PLACES, PLACES)
    for scores in (product, -product):
        says(student, scores, False, "it depends on the product of both places")
    # The two outer corners are alone on their diagonals, where any number is right.
    for i, j in ((i, j) for i in range(4) for j in range(4) if abs(i - j) < 3):
        for off in (1.0, -1.0):
            scores = TABLE.copy()
            scores[i, j] += off
            why = f"one score is off its diagonal: row {i}, column {j}, from 0"
            says(student, scores, False, why)


@check(
    "sees_offsets_only",
    "what is rounded, and what is small",
    hint="allow differences below a millionth, and no larger ones, whatever the "
    "scores; by itself np.allclose allows a share of them too",
)
def rounded(student):
    x = np.tile(student.rng.normal(size=6), (7, 1))
    turned = rotary(x) @ rotary(x).T
    turned += 5e-8 * student.rng.uniform(-1, 1, size=(7, 7))
    says(student, turned, True, "turned vectors see offsets, up to rounding")
    small = 1e-3 * student.rng.normal(size=(7, 7))
    says(student, small, False, "differences of a thousandth are no rounding")
    scores = diagonals(student.rng.normal(size=13))
    scores[3, 4] += 5e-6
    says(student, scores, False, "one score is off by five millionths: no rounding")
    far = 5000 + 0.01 * student.rng.normal(size=(7, 7))
    says(student, far, False, "the scores are large, and their differences count")
    steep = 1000 * np.arange(7.0) + 0.001 * student.rng.normal(size=(7, 7))
    says(student, steep, False, "a step costs much, and small differences count")
