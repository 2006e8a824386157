"""Checks of posterior_weights."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import distance_scores, softmax

NEAR = 1e-5  # what float32 leaves of small exponents
FAR = 1e-3  # and of large ones


def some(student):
    """Draw 5 signals and 7 keys of 3 numbers, and how common the keys are."""
    q, k = (student.rng.normal(size=(n, 3)) for n in (5, 7))
    return q, k, student.rng.dirichlet(3 * np.ones(7))


@check(
    "posterior_weights",
    "fit times frequency, divided by the sum",
    points=2,
    hint="do the example by hand step by step, and compare with your lines",
)
def bayes(student):
    q, k, frequency = some(student)
    log, fit = np.log(frequency), distance_scores(q, k) / 2
    queries = {"a row for each signal, a column for each key": (7, 5)}
    student(q, k, 1.0, frequency).has_shape(5, 7, looks_like=queries).is_close(
        softmax(fit + log),
        atol=NEAR,
        looks_like={
            "no frequencies": softmax(fit),
            "weights multiplied by the frequencies, and not divided again": (
                softmax(fit) * frequency
            ),
            "fit times frequency, not divided by the sum": np.exp(fit) * frequency,
            "frequencies added to the scores, not their logarithms": (
                softmax(fit + frequency)
            ),
            "scores multiplied by the frequencies: powers are to be multiplied": (
                softmax(fit * frequency)
            ),
            "columns that add up to 1, not rows": softmax((fit + log).T).T,
            "all weight for the most probable key": np.eye(7)[(fit + log).argmax(1)],
            "dot products, which take long keys for common": softmax(q @ k.T + log),
            "distances that were not squared": softmax(log - np.sqrt(-2 * fit) / 2),
            "the mean of the squares in place of their sum": softmax(log + fit / 3),
            "no 2 below the squared distance": softmax(log + 2 * fit),
            "near keys improbable and far keys probable": softmax(log - fit),
        },
    )


@check(
    "posterior_weights",
    "thick fog and thin fog",
    hint="the exponent is -d² / (2 sigma²)",
)
def fog(student):
    q, k, frequency = some(student)
    log, squared = np.log(frequency), distance_scores(q, k)
    for sigma in (0.6, 3.0):
        student(q, k, sigma, frequency).is_close(
            softmax(log + squared / (2 * sigma**2)),
            atol=NEAR,
            looks_like={
                "sigma was not squared": softmax(log + squared / (2 * sigma)),
                "no 2 beside sigma²": softmax(log + squared / sigma**2),
                "no sigma at all": softmax(log + squared / 2),
                "distances multiplied by sigma²": softmax(log + squared * sigma**2 / 2),
                "frequencies that the fog makes larger or smaller": (
                    softmax((log + squared / 2) / sigma**2)
                ),
            },
        )


@check(
    "posterior_weights",
    "a key that is switched off gets nothing",
    hint="a frequency of 0 makes the product 0, and its logarithm is -inf: both do",
)
def switched_off(student):
    q, k, frequency = some(student)
    frequency[2] = 0
    frequency /= frequency.sum()
    on = np.arange(7) != 2
    right = np.zeros((5, 7))
    right[:, on] = softmax(distance_scores(q, k[on]) / 2 + np.log(frequency[on]))
    small = np.maximum(frequency, 1e-3)
    student(q, k, 1.0, frequency).is_close(
        right,
        atol=NEAR,
        looks_like={
            "a frequency that is never below 0.001": (
                softmax(distance_scores(q, k) / 2 + np.log(small))
            )
        },
    )


@check(
    "posterior_weights",
    "a signal far from all keys that are on",
    hint="all powers are 0 here; which number may you take off all exponents, and "
    "is a key that is off among them by then?",
)
def far(student):
    k = np.array([[0.0, 0.0], [0.0, 1.0]])
    q = np.array([[300.0, 0.5], [0.0, 900.0]])
    student(q, k, 1.0, np.array([0.2, 0.8])).is_close(
        [[0.2, 0.8], [0, 1]],
        atol=FAR,
        looks_like={
            "a sum that is never below a tiny number: all weights became 0": (
                np.zeros((2, 2))
            )
        },
    )
    q, k = np.array([[64.0, 0.0]]), np.array([[0.0, 0.0], [1 / 64, 0.0]])
    right = softmax(distance_scores(q, k) / 2 + np.log([0.8, 0.2]))
    told = {"the nearest key alone, where another is nearly as near": [[0, 1]]}
    student(q, k, 1.0, np.array([0.8, 0.2])).is_close(right, atol=FAR, looks_like=told)
    k = np.array([[1.0, 2.0], [1.0, 302.0], [301.0, 2.0]])  # the others: 600 sigma away
    student(k[:1], k, 0.5, np.array([0.0, 0.2, 0.8])).is_close(
        [[0, 0.2, 0.8]],
        atol=FAR,
        looks_like={
            "a tiny number where the frequency is 0: being near brings the key back": (
                [[1, 0, 0]]
            )
        },
    )
