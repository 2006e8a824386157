"""Checks of tree_wiring."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check

SIZES = (2, 3, 5, 8, 13, 64)


def wiring_of(student, n):
    """Take a table in which tokens hear nobody."""
    answer = student(n).has_shape(2 * n - 1, 2 * n - 1)
    if not np.isin(answer.array, (0, 1)).all():
        raise WrongError(f"{answer.said}: a wiring is made of True and False")
    table = answer.array.astype(bool)  # ones and zeros say the same
    if table[:n].any():
        i = int(table[:n].any(axis=1).argmax())
        raise WrongError(f"{answer.said}: token {i} is given, and should hear nobody")
    if not table.any():
        raise WrongError(f"{answer.said}: nobody hears anybody")
    return answer.said, table


def pairs_of(student, n):
    """Take a wiring in which each vector hears two before it."""
    said, table = wiring_of(student, n)
    for i in range(n, 2 * n - 1):
        heard = np.flatnonzero(table[i])
        if len(heard) != 2:
            raise WrongError(f"{said}: vector {i} hears {len(heard)}, not two")
        if heard.max() >= i:
            raise WrongError(f"{said}: vector {i} hears {heard.max()}, made after it")
    return said, table


def longest_ways(table):
    """Count the steps from each vector to the last one, or -1 if there is no way."""
    steps = np.full(len(table), -1)
    steps[-1] = 0
    for i in range(len(table) - 1, -1, -1):
        if steps[i] >= 0:
            steps[table[i]] = np.maximum(steps[table[i]], steps[i] + 1)
    return steps


def heard_by_all(student, n):
    said, table = pairs_of(student, n)
    steps = longest_ways(table)
    deaf = np.flatnonzero(steps[:n] < 0)
    if len(deaf):
        raise WrongError(f"{said}: the news of token {deaf[0]} never reaches the last")
    return said, steps


@check(
    "tree_wiring",
    "tokens first, and they hear nobody",
    hint="rows 0 to n - 1 stay False; a row says whom its vector is computed from",
)
def tokens_first(student):
    for n in SIZES:
        wiring_of(student, n)


@check(
    "tree_wiring",
    "each vector hears two",
    hint="how many entries has a row from n on, and in which columns may they be?",
)
def two(student):
    for n in SIZES:
        pairs_of(student, n)


@check(
    "tree_wiring",
    "the last one hears all",
    points=2,
    hint="is there a vector, other than the last, that nobody hears?",
)
def all_heard(student):
    for n in SIZES:
        heard_by_all(student, n)


@check(
    "tree_wiring",
    "nothing waits long",
    points=2,
    hint="which two should be joined next, so that no way grows longer than it must?",
)
def short(student):
    for n in SIZES:
        said, steps = heard_by_all(student, n)
        most, longest = int(np.ceil(np.log2(n))), int(steps[:n].max())
        if longest > most:
            token = int(steps[:n].argmax())
            raise WrongError(
                f"{said}: the news of token {token} takes {longest} steps, and may "
                f"take {most}"
            )
