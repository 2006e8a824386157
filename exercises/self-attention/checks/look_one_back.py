"""Checks of look_one_back."""

import numpy as np

from attnbook.grading.answers import Answer, WrongError
from attnbook.grading.declare import check
from attnbook.reference import softmax

SIZES = ((2, 3), (7, 5), (19, 2), (5, 0))
ENOUGH = 0.99


def matrices(student, n, d):
    """Return both matrices as floats, if they fit."""
    answer = student(n, d)
    pair = [answer.entry(name).array for name in ("w_q", "w_k")]
    for name, matrix in zip(("w_q", "w_k"), pair, strict=True):
        if matrix.ndim != 2 or len(matrix) != n + d or matrix.shape[1] == 0:
            raise WrongError(
                f'{answer.said}["{name}"] has shape {matrix.shape}, not ({n + d}, d_k)'
            )
        answer.entry(name).is_finite()
    if pair[0].shape != pair[1].shape:
        raise WrongError(f"{answer.said}: queries and keys have different d_k")
    if not (pair[0].any() and pair[1].any()):
        raise WrongError(
            f"{answer.said}: a matrix of zeros asks nothing, or offers nothing"
        )
    return [matrix.astype(float) for matrix in pair]


def weights(w_q, w_k, n, features):
    x = np.hstack([np.eye(n), features])  # (n, n + d)
    return softmax(x @ w_q @ (x @ w_k).T / np.sqrt(w_q.shape[1]))  # (n, n)


@check(
    "look_one_back",
    "both matrices take a whole word",
    hint="a row for each number of a word: n_places first, then n_features",
)
def fits(student):
    for n, d in SIZES:
        matrices(student, n, d)


@check(
    "look_one_back",
    "each word looks at the one before it",
    points=2,
    hint="write down the table of scores that you want: how far apart must they be, "
    "for nineteen words, too? then share it among the two matrices",
)
def back(student):
    for n, d in (*SIZES[1:], SIZES[0]):  # of two words, mistakes look alike
        a = weights(*matrices(student, n, d), n, np.zeros((n, d)))
        wanted = np.eye(n, k=-1)
        wanted[0] = a[0]  # the first word is another check's
        table = Answer(a, f"the table of weights of {n} words")
        table.is_close(wanted, atol=1 - ENOUGH, looks_like={what_it_is(a): a})


def what_it_is(a):
    """Say what a wrong table of weights does."""
    seen, places = a.argmax(axis=1)[1:], np.arange(1, len(a))
    share = a[places, places - 1]
    if len(a) > 2 and (seen[:-1] == places[:-1] + 1).all():
        return "each word looking at the next one"
    if (seen == places).all():
        return "each word looking at itself"
    if (seen == places - 1).all():
        return (
            f"the right words, with as little as {shown(share.min())} of the weight: "
            "the scores are too close together"
        )
    i = int(share.argmin())
    return f"word {i + 1} looking at word {seen[i]}"


def shown(share):
    """Write a share so that no number below 0.99 looks like it."""
    return f"{np.floor(1000 * share) / 1000:.3f}"


@check(
    "look_one_back",
    "the first word looks at itself",
    hint="give row 0 of your table of scores a maximum at column 0",
)
def first(student):
    for n, d in SIZES:
        a = weights(*matrices(student, n, d), n, np.zeros((n, d)))
        if a[0].argmax() == n - 1:
            raise WrongError(f"with {n} words, the first looks at the last")
        # Where all words give too little, that is another check's.
        enough = min(ENOUGH, np.diag(a, k=-1).min() - 1e-6)
        if a[0, 0] < enough or a[0].argmax() or a[0, 0] < a[0, 1:].max() + 0.01:
            raise WrongError(
                f"with {n} words, the first gives only {shown(a[0, 0])} to itself"
            )


@check(
    "look_one_back",
    "what the words are does not matter",
    hint="which rows of the matrices do features meet? what must stand there?",
)
def any_words(student):
    for n, d in SIZES:
        w_q, w_k = matrices(student, n, d)
        places, wanted = np.arange(n), np.maximum(np.arange(n) - 1, 0)
        without = weights(w_q, w_k, n, np.zeros((n, d)))
        for size in (1, 3):
            a = weights(w_q, w_k, n, size * student.rng.normal(size=(n, d)))
            share = a[places, wanted]
            # Where features change nothing, a small share is another check's.
            bad = (share < ENOUGH) & (np.abs(a - without).max(axis=1) > 1e-6)
            if bad.any():
                i = int(bad.argmax())
                before = f"word {i - 1}" if i else "itself"
                raise WrongError(
                    f"with {n} words, features change how word {i} looks: it gives "
                    f"{shown(share[i])} of its weight to {before}, and without "
                    f"features {shown(without[i, wanted[i]])}"
                )
