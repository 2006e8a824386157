"""Checks of after_the_same."""

import numpy as np

from attnbook.grading.declare import check


def table(tokens, behind=1, future=False):
    """Look at places so far behind an earlier token of the same kind."""
    n = len(tokens)
    found = np.zeros((n, n))
    for i in range(n):
        for j in range(behind, n):
            earlier = j - behind < i
            found[i, j] = tokens[i] == tokens[j - behind] and (future or earlier)
    return found


def shares(found):
    return found / np.maximum(found.sum(axis=-1, keepdims=True), 1)


def habits(tokens):
    found, same = table(tokens), table(tokens, behind=0)
    last = found * (np.arange(len(found)) == (found * np.arange(len(found))).argmax(1))
    wrapped = found.copy()
    wrapped[:, 0] += tokens == tokens[-1]
    first = found * (np.arange(len(found)) == found.argmax(axis=1)[:, None])
    return {
        "the own place hidden, where it is one of those": shares(np.tril(found, -1)),
        "a look at the same token itself, not at what came after it": shares(same),
        "a look at the same token, and at itself": shares(same + np.eye(len(found))),
        "a look at what came *before* the same token": shares(
            np.pad(same[:, 1:], ((0, 0), (0, 1)))
        ),
        "a look into the future": shares(table(tokens, future=True)),
        "open places that were not shared out": found,
        "the last time only": last,
        "the first time only": first,
        "the last token taken for the one before the first": shares(np.tril(wrapped)),
        "rows and columns exchanged": shares(found).T,
        "shares of a column: rows are those who look": found
        / np.maximum(found.sum(axis=0), 1),
    }


def is_right(student, tokens):
    tokens = np.array(tokens)
    student(tokens).is_close(shares(table(tokens)), looks_like=habits(tokens))


@check(
    "after_the_same",
    "what came next, last time",
    points=2,
    hint="token i looks at place j if token j - 1 is the same as token i",
)
def came_next(student):
    names = student.rng.permutation(9)
    is_right(student, names[[0, 1, 2, 3, 1, 4, 0, 5, 2]])


@check(
    "after_the_same",
    "several times, in equal shares",
    hint="divide each row by how many places are open in it",
)
def several_times(student):
    names = student.rng.permutation(9)
    is_right(student, names[[0, 1, 0, 2, 0, 3, 1, 0, 1]])


@check(
    "after_the_same",
    "for the first time, nothing",
    hint="divide a row of zeros by 1, not by 0; the first place has none before it",
)
def first_time(student):
    for tokens in ([3, 1, 4, 5], [2, 7, 7, 2, 6], [0, 0, 5]):
        is_right(student, tokens)


@check(
    "after_the_same",
    "the same twice in a row",
    hint="the own place is open, and what comes after it is not",
)
def twice_in_a_row(student):
    for tokens in ([4, 4], [6, 2, 2, 2, 6, 3]):
        is_right(student, tokens)


@check(
    "after_the_same",
    "several sequences at once",
    hint="count axes from the end: [..., :, None] and [..., None, :-1]",
)
def sequences(student):
    tokens = student.rng.integers(0, 3, size=(5, 7))
    right = np.stack([shares(table(row)) for row in tokens])
    student(tokens).has_shape(5, 7, 7).is_close(right)
