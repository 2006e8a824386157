"""Checks of posterior_weights."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import distance_scores, softmax


def some(student):
    """Draw 5 signals and 7 keys of 2 numbers, and how common the keys are."""
    q, k = (student.rng.normal(size=(n, 2)) for n in (5, 7))
    return q, k, student.rng.dirichlet(3 * np.ones(7))


@check(
    "posterior_weights",
    "fit times frequency, divided by the sum",
    points=2,
    hint="multiply by the frequency first; then each row is divided by its own sum",
)
def bayes(student):
    q, k, frequency = some(student)
    fit = distance_scores(q, k) / 2
    queries = {"a row for each signal, a column for each key": (7, 5)}
    student(q, k, 1.0, frequency).has_shape(5, 7, looks_like=queries).is_close(
        softmax(fit + np.log(frequency)),
        looks_like={
            "no frequencies": softmax(fit),
            "weights multiplied by the frequencies, and not divided again": (
                softmax(fit) * frequency
            ),
            "fit times frequency, not divided by the sum": np.exp(fit) * frequency,
            "frequencies added to the scores, not their logarithms": (
                softmax(fit + frequency)
            ),
            "dot products, which take long keys for common": (
                softmax(q @ k.T + np.log(frequency))
            ),
            "distances that were not squared": (
                softmax(np.log(frequency) - np.sqrt(-2 * fit) / 2)
            ),
            "near keys improbable and far keys probable": (
                softmax(np.log(frequency) - fit)
            ),
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
    for sigma in (0.5, 3.0):
        student(q, k, sigma, frequency).is_close(
            softmax(log + squared / (2 * sigma**2)),
            looks_like={
                "sigma was not squared": softmax(log + squared / (2 * sigma)),
                "no 2 beside sigma²": softmax(log + squared / sigma**2),
                "no sigma at all": softmax(log + squared / 2),
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
        atol=1e-9,
        looks_like={
            "a frequency that is never below 0.001": (
                softmax(distance_scores(q, k) / 2 + np.log(small))
            )
        },
    )


@check(
    "posterior_weights",
    "a signal far from all keys",
    hint="all powers are 0 here; subtract the maximum of the scores before np.exp",
)
def far(student):
    k = np.array([[0.0, 0.0], [0.0, 1.0]])
    q = np.array([[300.0, 0.5], [0.0, 900.0]])
    student(q, k, 1.0, np.array([0.2, 0.8])).is_close(
        [[0.2, 0.8], [0, 1]],
        looks_like={
            "a sum that is never below a tiny number: all weights became 0": (
                np.zeros((2, 2))
            )
        },
    )
