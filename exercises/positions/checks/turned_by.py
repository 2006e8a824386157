"""Checks of turned_by."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import rotary

ALL, FIRST, FIRST_TWO, LAST = slice(None), slice(2), slice(4), slice(-2, None)
FAST = "the nearest turn of the fast hand"
TWO = "the first two pairs alone"
SLOW = "the last pair alone, whose small turn is lost in what is rounded"
ROUGH = "the first that is off by less than 0.1, and another fits better"
FARTHER = "that fits best, but it is farther than `longest`"


def moved(student, steps, d):
    """Draw a vector, and the same one so many steps further on."""
    before = student.rng.uniform(0.6, 1.5, size=d).round(2)
    return before, rotary(before[None], np.array([steps]))[0].round(2)


def nearest(before, after, low, high, features=ALL):
    """Find the turn that fits best, by some of the features."""
    steps = np.arange(low, high + 1)
    turned = rotary(np.tile(before, (len(steps), 1)), steps)  # (steps, d)
    off = ((turned - after)[:, features] ** 2).sum(axis=-1)  # (steps,)
    return int(steps[off.argmin()])


def near_enough(before, after, longest):
    """Find the first turn that fits to a tenth."""
    steps = np.arange(-longest, longest + 1)
    turned = rotary(np.tile(before, (len(steps), 1)), steps)  # (steps, d)
    near = np.abs(turned - after).max(axis=1) < 0.1
    return int(steps[near.argmax()])


def habits(before, after, steps, longest):
    either_way = before, after, -longest, longest
    return {
        "the other direction": -steps,
        "that is a row: row 0 is the turn by -longest": steps + longest,
        "that fits best of those from 0 on": nearest(before, after, 0, longest),
        "that fits best of those below `longest`": (
            nearest(before, after, -longest, longest - 1)
        ),
        FAST: int(np.round((steps + np.pi) % (2 * np.pi) - np.pi)),
        "the first pair alone": nearest(*either_way, FIRST),
        TWO: nearest(*either_way, FIRST_TWO),
        SLOW: nearest(*either_way, LAST),
        ROUGH: near_enough(before, after, longest),
        FARTHER: nearest(before, after, -3000, 3000),
    }


def finds(student, steps, d, longest, fools=None):
    """Ask for the steps, of numbers that fool one of the habits."""
    found = {fools: steps}
    while found.get(fools) == steps:
        before, after = moved(student, steps, d)
        found = habits(before, after, steps, longest)
    answer = student(before, after, longest)
    answer.is_number(steps, atol=1e-9, looks_like=found)


@check(
    "turned_by",
    "a few places further on",
    hint="turn `before` by every number of places, and look which is nearest",
)
def few(student):
    for steps, longest in ((2, 11), (5, 7)):
        finds(student, steps, 6, longest, fools=SLOW)


@check(
    "turned_by",
    "further back",
    hint="t may be negative: the first row belongs to -longest",
)
def back(student):
    for steps in (-4, -17, -23):
        finds(student, steps, 6, 29)


@check(
    "turned_by",
    "a single hand, and no farther than `longest`",
    hint="try no t that is farther than `longest`: it is another number in each call",
)
def single_hand(student):
    for steps, longest in ((2, 11), (-5, 7), (13, 19)):
        finds(student, steps, 2, longest, fools=FARTHER)


@check(
    "turned_by",
    "so far that the fast hand comes round",
    points=2,
    hint="compare all features, not the first pairs alone",
)
def comes_round(student):
    for steps in (46, -333, 710, 990):
        finds(student, steps, 8, 1000, fools=FAST)
    finds(student, 4000, 8, 5000, fools=TWO)
    finds(student, 1000, 4, 3000, fools=ROUGH)


@check(
    "turned_by",
    "not at all, and as far as possible",
    hint="both ends belong to it, and so does 0",
)
def ends(student):
    for steps in (0, 11, -11):
        finds(student, steps, 4, 11)
