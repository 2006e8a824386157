"""Checks of layers_until_heard."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check


def takes(student, mask, listener, speaker, layers, looks_like=None):
    """Require a number of layers, or None if there is no path."""
    answer = student(mask, listener, speaker)
    if answer.value is None and layers is not None:
        raise WrongError(f"{answer.said} is not None: there is a path")
    if answer.value is not None and layers is None:
        raise WrongError(
            f"{answer.said} is not {str(answer.value)[:20]}: no path leads there, "
            "so return None"
        )
    if layers is not None:
        answer.is_number(layers, atol=1e-9, looks_like=looks_like)


def back(n, steps):
    """Let each token see itself and so many before it."""
    return np.tri(n, dtype=bool) & ~np.tri(n, k=-steps - 1, dtype=bool)


@check(
    "layers_until_heard",
    "a window reaches farther with every layer",
    hint="whom does the listener see, whom do these see, and so on?",
)
def steps(student):
    counted = {
        "one layer too many: count them when they are needed": 6,
        "one layer too few: how many have run when it is heard?": 4,
    }
    takes(student, back(11, 1), 9, 4, 5, counted)
    rounded = {"two steps a layer, and the last one may be shorter: 2.5 is not 2": 2}
    takes(student, back(11, 2), 9, 4, 3, rounded)


@check(
    "layers_until_heard",
    "any path will do, wherever it leads",
    points=2,
    hint="row i of the mask says whom i sees; follow rows, not columns",
)
def paths(student):
    order = student.rng.permutation(11)
    mask = np.eye(11, dtype=bool)
    mask[order, np.roll(order, -1)] = True  # everyone sees the next in a ring
    looks_like = {
        "that is the way from the speaker to the listener": 7,
        "is everyone only so far away as their numbers say?": abs(order[0] - order[4]),
    }
    if abs(order[0] - order[4]) in (4, 7):
        looks_like.popitem()
    takes(student, mask, int(order[0]), int(order[4]), 4, looks_like)
    mask[order[2], order[7]] = True  # a short cut
    takes(student, mask, int(order[0]), int(order[9]), 5)
    shift = np.eye(5, k=-1, dtype=bool)  # nobody sees themselves
    takes(student, shift, 4, 1, 3)
    layer = (np.arange(18) + 1) // 2  # 1, 2, ..., 2 and 1 tokens
    takes(student, layer[:, None] == layer + 1, 17, 0, 9)  # by any of 256 paths


@check(
    "layers_until_heard",
    "the longest path there can be",
    hint="among n tokens, after how many layers may somebody be heard first?",
)
def longest(student):
    takes(student, back(4, 1), 3, 0, 3)
    takes(student, back(11, 2), 9, 0, 5)
    for n in (13, 47):
        order = student.rng.permutation(n)
        mask = np.eye(n, dtype=bool)
        mask[order, np.roll(order, -1)] = True
        takes(student, mask, int(order[0]), int(order[n - 1]), n - 1)


@check(
    "layers_until_heard",
    "None where no path leads",
    hint="after some layers nobody new can turn up: what is the answer then?",
)
def never(student):
    takes(student, np.tri(7, dtype=bool), 2, 5, None)
    apart = back(7, 1)
    apart[3, 2] = False
    takes(student, apart, 6, 1, None)
    takes(student, apart, 6, 3, 3)


@check(
    "layers_until_heard",
    "a token hears itself without a layer",
    hint="begin with the listener alone, and look before the first layer",
)
def itself(student):
    empty = np.zeros((5, 5), dtype=bool)
    takes(student, empty, 3, 3, 0, {"what a token has, it has before any layer": 1})
