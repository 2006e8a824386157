"""Checks of after_the_same."""

from dataclasses import replace

import numpy as np

from attnbook.grading.answers import WrongError
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
    n, found, same = len(tokens), table(tokens), table(tokens, behind=0)
    column, first_time = np.arange(n), table(tokens).sum(axis=1, keepdims=True) == 0
    last = found * (column == (found * column).argmax(axis=1)[:, None])
    first = found * (column == found.argmax(axis=1)[:, None])
    wrapped = found.copy()
    wrapped[:, 0] += tokens == tokens[-1]
    ahead = np.pad(tokens[:, None] == tokens[1:], ((0, 0), (0, 1)))
    itself = "a token that occurs for the first time and looks at "
    before = "a look at what stands *before* the same token, not after it"
    return {
        "the own place hidden, where it is one of those": shares(np.tril(found, -1)),
        "a look at the same token itself, not at what came after it": shares(same),
        "a look at the same token, and at itself": shares(same + np.eye(n)),
        before: shares(np.tril(ahead, -2)),
        f"{before}, itself included": shares(np.tril(ahead, -1)),
        f"{before}, the next one included": shares(np.tril(ahead)),
        "a look into the future": shares(table(tokens, future=True)),
        "open places that were not shared out": found,
        "the last time only": last,
        "the first time only": first,
        "the last token taken for the one before the first": shares(np.tril(wrapped)),
        "rows and columns exchanged": shares(found).T,
        "shares of a column: rows are those who look": found
        / np.maximum(found.sum(axis=0), 1),
        f"{itself}itself": shares(found) + first_time * np.eye(n),
        f"{itself}all places": shares(found) + first_time / n,
        f"{itself}all before it": shares(found) + first_time * shares(np.tri(n)),
    }


def is_right(answer, tokens, first_time=True):
    """Judge one table; a check of its own judges the rows of first times."""
    right, looks_like = shares(table(tokens)), habits(tokens)
    rows = answer.has_shape(*right.shape).array
    if not first_time:
        known = right.any(axis=1, keepdims=True)
        looks_like = {name: known * wrong for name, wrong in looks_like.items()}
        answer = replace(answer, value=np.where(known, rows, 0))
    elif np.isnan(rows).any():
        raise WrongError(f"{answer.said} contains nan: 0 / 0, in a row of zeros?")
    answer.is_close(right, looks_like=looks_like)


@check(
    "after_the_same",
    "what came next",
    points=2,
    hint="where did the token of this row stand before, and what comes right after?",
)
def came_next(student):
    tokens = student.rng.permutation(9)[[0, 1, 2, 3, 1, 4, 0, 5, 2]]
    is_right(student(tokens), tokens, first_time=False)


@check(
    "after_the_same",
    "several times, in equal shares",
    hint="what do the weights of such a row add up to?",
)
def several_times(student):
    tokens = student.rng.permutation(9)[[0, 1, 0, 2, 0, 3, 1, 0, 1]]
    is_right(student(tokens), tokens, first_time=False)


@check(
    "after_the_same",
    "for the first time, nothing",
    hint="what is a row of zeros divided by its sum, and what stands before place 0?",
)
def first_time(student):
    for tokens in ([2, 7, 7, 2, 6], [3, 1, 50_000, 5], [0, 0, 5], [99]):
        is_right(student(np.array(tokens)), np.array(tokens))


@check(
    "after_the_same",
    "the same twice in a row",
    hint="if the token before is the same, the own place is open; what follows is not",
)
def twice_in_a_row(student):
    for tokens in ([4, 4], [6, 2, 2, 2, 6, 3]):
        is_right(student(np.array(tokens)), np.array(tokens), first_time=False)


@check(
    "after_the_same",
    "several sequences at once",
    hint="which axes are the last ones, and does your code count from the end?",
)
def sequences(student):
    tokens = student.rng.integers(0, 3, size=(5, 7))
    each = [habits(row) for row in tokens]
    looks_like = {name: np.stack([wrong[name] for wrong in each]) for name in each[0]}
    right = np.stack([shares(table(row)) for row in tokens])
    student(tokens).is_close(right, looks_like=looks_like)
    student(tokens[:1]).is_close(right[:1])
