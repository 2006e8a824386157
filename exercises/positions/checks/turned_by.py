"""Checks of turned_by."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import rotary


def moved(student, steps, d):
    """Draw a vector, and the same one so many steps further on."""
    before = student.rng.uniform(0.6, 1.5, size=d).round(2)
    return before, rotary(before[None], np.array([steps]))[0].round(2)


def finds(student, steps, d, longest, looks_like=None):
    named = {"the other direction": -steps} | (looks_like or {})
    student(*moved(student, steps, d), longest).is_number(
        steps, atol=1e-9, looks_like=named
    )


@check(
    "turned_by",
    "a few places further on",
    hint="turn `before` by every number of places, and look which is nearest",
)
def few(student):
    for steps, longest in ((2, 11), (5, 7)):
        row = {"that is a row: row 0 is the turn by -longest": steps + longest}
        finds(student, steps, 6, longest, row)


@check(
    "turned_by",
    "further back",
    hint="t may be negative: the first row belongs to -longest",
)
def back(student):
    for steps in (-4, -17, -23):
        row = {"that is a row: row 0 is the turn by -longest": steps + 23}
        finds(student, steps, 6, 23, row)


@check(
    "turned_by",
    "so far that the fast hand comes round",
    points=2,
    hint="compare all features, not the first pair alone",
)
def comes_round(student):
    for steps in (46, -333, 710, 1000):
        fast = int(np.round((steps + np.pi) % (2 * np.pi) - np.pi))
        finds(student, steps, 8, 1000, {"the nearest turn of the fast hand": fast})


@check(
    "turned_by",
    "not at all, and as far as possible",
    hint="both ends belong to it, and so does 0",
)
def ends(student):
    for steps in (0, 11, -11):
        finds(student, steps, 4, 11)
