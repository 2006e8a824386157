"""Checks of log_weights."""

import numpy as np

from attnbook.grading.answers import Answer, WrongError
from attnbook.grading.declare import check
from attnbook.reference import softmax

INF = np.inf


def agrees(answer, right, **options):
    """Require -inf at its places, and numbers elsewhere."""
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
    finite.is_close(np.where(np.isneginf(right), 0, right), **options)


@check(
    "log_weights",
    "the logarithm of each weight",
    points=2,
    hint="the score minus the log-sum-exp of its row",
)
def logarithms(student):
    for shape in ((3, 7), (2, 3, 5)):
        scores = student.rng.normal(size=shape)
        weights = softmax(scores)
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
                "the lead over the best, without the sum": (
                    scores - scores.max(-1, keepdims=True)
                ),
            },
        )


@check(
    "log_weights",
    "a weight that rounds to 0 keeps its logarithm",
    points=2,
    hint="take no logarithm of a weight: subtract the log-sum-exp from the score",
)
def tiny(student):
    for scores in (np.array([[0.0, -2000.0]]), np.array([[3000.0, 1000.0]])):
        agrees(
            student(scores),
            [[0, -2000]],
            looks_like={
                "a small number inside the logarithm": [[0, np.log(1e-9)]],
                "another small number inside the logarithm": [[0, np.log(1e-12)]],
                "weights that are never below the smallest number of the format": (
                    [[0, np.log(np.finfo(float).tiny)]]
                ),
            },
        )
    scores = np.array([[0.0, -2000.0], [-5000.0, -5001.0]])
    right = np.vstack([[0, -2000], -np.log1p(np.exp([-1.0, 1.0]))])
    one_maximum = {"one maximum for all rows": [[0, -2000], [-5000, -5001]]}
    agrees(student(scores), right, looks_like=one_maximum)


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


@check(
    "log_weights",
    "a row in which all is hidden",
    hint="-inf minus -inf is NaN: subtract 0 where the highest score is -inf",
)
def nothing(student):
    scores = np.array([[0.0, np.log(3.0)], [-INF, -INF]])
    right = np.log(np.array([[1 / 4, 3 / 4], [1, 1]]))
    right[1] = -INF
    agrees(student(scores), right)
