"""Checks of log_weights."""

import numpy as np

from attnbook.grading.answers import Answer, WrongError
from attnbook.grading.declare import check
from attnbook.reference import softmax

INF = np.inf
FLOAT32 = 1e-6  # of the size of the scores
EXACT = 1e-12


def agrees(answer, right, size=10.0, **options):
    """Require -inf at its places, and elsewhere numbers, near for scores of a size."""
    right = np.asarray(right)
    array = answer.has_shape(*right.shape).array.astype(float)
    if np.isnan(array).any():
        raise WrongError(f"{answer.said} contains {int(np.isnan(array).sum())} NaN")
    if (np.isneginf(array) & ~np.isneginf(right)).any():
        raise WrongError(f"{answer.said} has -inf for a key that is not hidden")
    if (np.isneginf(right) & ~np.isneginf(array)).any():
        value = array[np.isneginf(right) & ~np.isneginf(array)][0]
        raise WrongError(f"{answer.said} has {value:.4g} for a hidden key, not -inf")
    finite = Answer(np.where(np.isneginf(right), 0, array), answer.said)
    right = np.where(np.isneginf(right), 0, right)
    finite.is_close(right, atol=FLOAT32 * size, **options)


@check(
    "log_weights",
    "the logarithm of each weight",
    points=2,
    hint="a weight is a power over a sum of powers: what is the logarithm of that?",
)
def logarithms(student):
    for shape in ((3, 7), (2, 3, 5)):
        scores = student.rng.normal(size=shape)
        weights = softmax(scores)
        lead = scores - scores.max(-1, keepdims=True)
        total = np.exp(lead).sum(-1, keepdims=True)
        agrees(
            student(scores),
            np.log(weights),
            looks_like={
                "the weights themselves": weights,
                "softmax over the axis before the last": np.log(
                    softmax(scores, axis=-2)
                ),
                "one softmax over the whole array": np.log(
                    softmax(scores.ravel()).reshape(shape)
                ),
                "logarithms to base 10": np.log10(weights),
                "the lead over the best, without the sum": lead,
                "the highest score taken off in the sum, and not from the score": (
                    scores - np.log(total)
                ),
                "the score divided by the log-sum-exp": (
                    scores / (scores - np.log(weights))
                ),
            },
        )
    scores = student.rng.normal(size=7)
    agrees(student(scores), np.log(softmax(scores)))


@check(
    "log_weights",
    "weights that round to 0 or 1 keep their logarithm",
    points=2,
    hint="no logarithm of a weight, no power of a score as it is, nothing added",
)
def tiny(student):
    for scores in (np.array([[0.0, -2000.0]]), np.array([[3000.0, 1000.0]])):
        answer = student(scores)
        if scores.max() > 0 and np.isneginf(answer.array).all():
            raise WrongError(f"{answer.said}: the powers became infinite")
        agrees(
            answer,
            [[0, -2000]],
            size=3000,
            looks_like={
                "a small number inside the logarithm": [[0, np.log(1e-9)]],
                "another small number inside the logarithm": [[0, np.log(1e-12)]],
                "weights that are never below the smallest number of the format": (
                    [[0, np.log(np.finfo(float).tiny)]]
                ),
            },
        )
        if abs(answer.array[0, 0]) > EXACT:
            raise WrongError(
                f"{answer.said} has {answer.array[0, 0]:.1g} for a weight of 1: "
                "is something added to the sum?"
            )
    scores = np.array([[0.0, 0.0, -2000.0]])
    lead = {
        "the lead over the best, where the weight is 0": [*np.log([0.5, 0.5]), -2000]
    }
    right = scores - np.log(2)
    agrees(student(scores), right, 2000, looks_like=lead)
    scores = np.array([[0.0, -2000.0], [-5000.0, -5001.0]])
    right = np.vstack([[0, -2000], -np.log1p(np.exp([-1.0, 1.0]))])
    one_maximum = {"one maximum for all rows": [[0, -2000], [-5000, -5001]]}
    agrees(student(scores), right, 5000, looks_like=one_maximum)


@check(
    "log_weights",
    "hidden keys get -inf, and the others share all",
    hint="e to the power of -inf is 0, and -inf minus a number is -inf: let it be",
)
def hidden(student):
    scores = student.rng.normal(size=(3, 7))
    scores[0, 2] = scores[1, :3] = -INF
    with np.errstate(divide="ignore"):
        agrees(student(scores), np.log(softmax(scores)))
    low = np.array([[-INF, -2000.0, -2001.0]])
    right = np.append(-INF, np.log(softmax(np.array([1.0, 0.0]))))[None]
    counted = {"a hidden key taken for the highest score, 0": [[0, -2000, -2001]]}
    agrees(student(low), right, 2000, looks_like=counted)


@check(
    "log_weights",
    "a row in which all is hidden",
    hint="such a row stays as it is; -inf minus -inf would be NaN",
)
def nothing(student):
    scores = np.array([[0.0, np.log(3.0)], [-INF, -INF]])
    right = np.log(np.array([[1 / 4, 3 / 4], [1, 1]]))
    right[1] = -INF
    agrees(student(scores), right)
