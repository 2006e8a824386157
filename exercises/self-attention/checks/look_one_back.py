"""Checks of look_one_back."""

import numpy as np

from attnbook.grading.answers import Answer, WrongError
from attnbook.grading.declare import check
from attnbook.reference import softmax

SIZES = ((2, 3), (7, 5), (11, 2))
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
        w_q, w_k = matrices(student, n, d)
        if not (w_q.any() and w_k.any()):
            raise WrongError("a matrix of zeros asks nothing, or offers nothing")


@check(
    "look_one_back",
    "each word looks at the one before it",
    points=2,
    hint="write down the table of scores that you want; then share it among the two",
)
def back(student):
    for n, d in SIZES[1:]:
        a = weights(*matrices(student, n, d), n, np.zeros((n, d)))
        wanted = np.eye(n, k=-1)
        wanted[0] = a[0]  # the first word is another check's
        table = Answer(a, f"the table of weights of {n} words")
        table.is_close(wanted, atol=1 - ENOUGH, looks_like={what_it_is(a): a})


def what_it_is(a):
    """Say what a wrong table of weights does."""
    seen, places = a.argmax(axis=1)[1:], np.arange(1, len(a))
    share = a[places, places - 1]
    if (seen[:-1] == places[:-1] + 1).all():
        return "each word looking at the next one"
    if (seen == places).all():
        return "each word looking at itself"
    if (seen == places - 1).all():
        return (
            f"the right words, with as little as {share.min():.2f} of the weight: "
            "the scores are too close together"
        )
    i = int(share.argmin())
    return f"word {i + 1} looking at word {seen[i]}"


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
        if a[0, 0] < ENOUGH:
            raise WrongError(
                f"with {n} words, the first gives only {a[0, 0]:.2f} to itself"
            )


@check(
    "look_one_back",
    "what the words are does not matter",
    hint="which rows of the matrices do features meet? what must stand there?",
)
def any_words(student):
    for n, d in SIZES:
        w_q, w_k = matrices(student, n, d)
        places = np.arange(1, n)
        for size in (0, 1, 3):
            a = weights(w_q, w_k, n, size * student.rng.normal(size=(n, d)))
            if a[places, places - 1].min() < ENOUGH:
                words = "random features" if size else "no features at all"
                raise WrongError(
                    f"with {n} words that have {words}, one of them looks elsewhere"
                )
