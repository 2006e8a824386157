"""Checks of query_for."""

import numpy as np

from attnbook.grading.answers import Answer, NoAnswerError, WrongError
from attnbook.grading.declare import check
from attnbook.reference import softmax


def told(student, keys, weights):
    """Return the query, and say so if it is one of four things that came back."""
    answer = student(keys, weights)
    match answer.value:
        case [query, _, rank, _] if (np.ndim(query), np.ndim(rank)) == (1, 0):
            raise NoAnswerError(
                f"{answer.said} returned four things, as np.linalg.lstsq does: "
                "the query is the first of them"
            )
    return answer.has_shape(keys.shape[1]).is_finite()


def gives(student, keys, weights, also=None):
    """Require a query with these weights, whichever query it is."""
    answer = told(student, keys, weights)
    given = softmax(keys @ answer.array.astype(float))
    Answer(given, f"the weights of {answer.said}").is_close(
        weights,
        looks_like={
            "scores that are the weights themselves": softmax(weights),
            "leads that are ratios of weights, without a logarithm": softmax(
                np.append(0, weights[1:] / weights[0])
            ),
            "logarithms to base 2": softmax(np.log2(weights)),
            "the smallest weight for the key that should have the largest": (
                softmax(-np.log(weights))
            ),
            "the same for all keys": np.full(len(weights), 1 / len(weights)),
            **(also or {}),
        },
    )


def forced(keys, weights):
    """Name what comes of asking for scores that no query gives."""
    logs = np.log(weights)
    best, middle = np.linalg.lstsq(keys, np.stack([logs, logs - logs.mean()], 1))[0].T
    return {
        "a query for the scores log(weights) and no others, which there is not": (
            softmax(keys @ best)
        ),
        "a query for scores with a mean of 0 and no others, which there is not": (
            softmax(keys @ middle)
        ),
    }


def drawn(student, n_keys, n_features):
    """Draw keys that are far from lying in a plane, and weights."""
    size = max(n_keys, n_features)
    turned, _ = np.linalg.qr(student.rng.normal(size=(size, size)))
    keys = turned * np.linspace(1, 2, size) + 0.3
    return keys[:n_keys, :n_features], softmax(student.rng.normal(size=n_keys))


@check(
    "query_for",
    "two keys",
    hint="the lead of one score over another is the logarithm of a ratio of weights",
)
def two(student):
    gives(student, np.eye(2), np.array([0.75, 0.25]))
    gives(student, np.eye(2), np.array([0.1, 0.9]))
    weights = np.array([0.75, 0.25])
    for behind in (np.array([[1.0, 2], [2, 4]]), np.array([[1.0, 2, -1], [2, 4, -2]])):
        gives(student, behind, weights, forced(behind, weights))
    weights = np.array([1 - 1e-9, 1e-9])
    answer = told(student, np.eye(2), weights)
    second = softmax(answer.array.astype(float))[1]
    if not 0.99 <= second / weights[1] <= 1.01:
        raise WrongError(
            f"{answer.said} gives the second key {second:.3g} instead of 1e-09: "
            "was something added to the weights, or was one kept above a limit?"
        )


@check(
    "query_for",
    "keys that are not at right angles",
    hint="the query has to be solved for: a change for one key moves them all",
)
def slanted(student):
    keys, weights = drawn(student, 7, 7)
    mixed = {
        "a sum of keys, which solves it for keys at right angles only": softmax(
            keys @ (keys.T @ np.log(weights))
        )
    }
    gives(student, keys, weights, mixed)


@check(
    "query_for",
    "fewer keys than features",
    hint="many queries will do: np.linalg.lstsq gives the shortest",
)
def fewer(student):
    gives(student, *drawn(student, 7, 11))


@check(
    "query_for",
    "one key more than features",
    points=2,
    hint="only leads matter: all scores may have the same number added",
)
def one_more(student):
    keys = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 3.0]])
    weights = np.array([0.5, 0.3, 0.2])
    gives(student, keys, weights, forced(keys, weights))
    gives(student, *drawn(student, 8, 7))
