"""Checks of soft_lookup."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import distance_scores, kernel_regression, softmax

H = 1.3


@check(
    "soft_lookup",
    "a key one bandwidth away counts 0.61",
    points=2,
    hint="the exponent is minus the squared distance, divided by 2 h²",
)
def bell(student):
    q, k, v = (2 * student.rng.normal(size=size) for size in ((7, 1), (11, 1), (11, 3)))
    scores = distance_scores(q, k)  # minus the squares
    powers = np.exp(scores / (2 * H**2))
    answer = student(q, k, v, H)
    answer.has_shape(7, 3, looks_like={"these are the weights": (7, 11)})
    answer.is_close(
        kernel_regression(q, k, v, bandwidth=H),
        looks_like={
            "h taken for the temperature, which is 2 h²": softmax(scores / H) @ v,
            "h² where 2 h² belongs": softmax(scores / H**2) @ v,
            "2 h where 2 h² belongs": softmax(scores / (2 * H)) @ v,
            "distances that were not squared": (
                softmax(-np.sqrt(-scores) / (2 * H**2)) @ v
            ),
            "dot products in place of distances": softmax(q @ k.T / (2 * H**2)) @ v,
            "the value of the nearest key alone": v[scores.argmax(axis=1)],
            "far keys that count more than near ones: where is the minus?": (
                softmax(-scores / (2 * H**2)) @ v
            ),
            "a sum that was not divided by what all keys count": powers @ v,
        },
    )


@check(
    "soft_lookup",
    "keys of several features",
    hint="once one feature is right: the squared distance is the sum of the squares "
    "over all features",
)
def features(student):
    q, k, v = (student.rng.normal(size=size) for size in ((5, 3), (7, 3), (7, 2)))
    gaps = q[:, None] - k
    student(q, k, v, H).is_close(
        kernel_regression(q, k, v, bandwidth=H),
        looks_like={
            "distances in the first feature only": (
                kernel_regression(q[:, :1], k[:, :1], v, bandwidth=H)
            ),
            "differences added up before they were squared": (
                softmax(-(gaps.sum(-1) ** 2) / (2 * H**2)) @ v
            ),
            "a mean over the features, where the distance is a sum": (
                softmax(-(gaps**2).mean(-1) / (2 * H**2)) @ v
            ),
        },
    )


@check(
    "soft_lookup",
    "far away the nearest key answers",
    hint="subtract the largest score of each row before np.exp",
)
def far_away(student):
    keys, values = np.array([[0.0], [1.0], [3.0]]), np.array([[4.0], [5.0], [9.0]])
    student(np.array([[1000.0], [-70.0]]), keys, values, 1.0).is_close(
        [[9], [4]],
        looks_like={
            "nothing at all: does a small number in the division hide 0 / 0?": (
                np.zeros((2, 1))
            ),
            "the mean of all values": [[6], [6]],
        },
    )


@check(
    "soft_lookup",
    "keys that are equally near share, however narrow",
    hint="let the formula run, however narrow the bandwidth: no special case is needed",
)
def ties(student):
    keys, values = np.array([[1.0], [3.0], [7.0]]), np.array([[4.0], [8.0], [9.0]])
    student(np.array([[2.0]]), keys, values, 0.01).is_close(
        [[6]],
        looks_like={
            "the first of two keys that are equally near": [[4]],
            "nothing at all: does a small number in the division hide 0 / 0?": [[0]],
            "a bandwidth that is never below 1": kernel_regression(
                np.array([[2.0]]), keys, values, bandwidth=1
            ),
        },
    )
