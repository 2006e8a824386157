"""Checks of soft_lookup."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import distance_scores, kernel_regression, softmax

H = 1.3
NEAR = 1e-4  # float32 will do


@check(
    "soft_lookup",
    "a key one bandwidth away counts 0.61",
    points=2,
    hint="which power of e does a key count that is d away? For d = h it is to be 0.61",
)
def bell(student):
    q, k, v = (2 * student.rng.normal(size=size) for size in ((7, 1), (11, 1), (11, 3)))
    scores = distance_scores(q, k)  # minus the squares
    powers = np.exp(scores / (2 * H**2))
    answer = student(q, k, v, H)
    answer.has_shape(7, 3, looks_like={"these are the weights": (7, 11)})
    shifted = np.exp((scores - scores.max(axis=1, keepdims=True)) / (2 * H**2))
    answer.is_close(
        kernel_regression(q, k, v, bandwidth=H),
        atol=NEAR,
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
            "powers summed over the queries: each query has a 1 of its own to share": (
                powers / powers.sum(axis=0) @ v
            ),
            "shifted powers summed over the queries: each query has a 1 to share": (
                shifted / shifted.sum(axis=0) @ v
            ),
            "one sum for all powers: each query has a 1 of its own to share": (
                powers / powers.sum() @ v
            ),
            "one sum for all shifted powers: each query has a 1 of its own to share": (
                shifted / shifted.sum() @ v
            ),
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
        atol=NEAR,
        looks_like={
            "distances in the first feature only": (
                kernel_regression(q[:, :1], k[:, :1], v, bandwidth=H)
            ),
            "differences added up, signs and all, before they were squared": (
                softmax(-(gaps.sum(-1) ** 2) / (2 * H**2)) @ v
            ),
            "absolute differences added up before they were squared": (
                softmax(-(np.abs(gaps).sum(-1) ** 2) / (2 * H**2)) @ v
            ),
            "a mean over the features, where the distance is a sum": (
                softmax(-(gaps**2).mean(-1) / (2 * H**2)) @ v
            ),
        },
    )


@check(
    "soft_lookup",
    "far away the nearest key answers",
    hint="every power rounds to 0 there: which number may you add to all scores of a "
    "row without changing its weights?",
)
def far_away(student):
    keys, values = np.array([[0.0], [1.0], [3.0]]), np.array([[4.0], [5.0], [9.0]])
    student(np.array([[1000.0], [-70.0]]), keys, values, 1.0).is_close(
        [[9], [4]],
        atol=NEAR,
        looks_like={
            "nothing at all: does a small number in the division hide 0 / 0?": (
                np.zeros((2, 1))
            ),
            "the mean of all values": [[6], [6]],
        },
    )
    student(np.array([[1e6], [-1e6]]), keys, values, 1e-6).is_close(
        [[9], [4]], atol=NEAR
    )


@check(
    "soft_lookup",
    "keys that are equally near, or nearly, share, however narrow",
    hint="let the formula run, however narrow the bandwidth: no special case is needed",
)
def ties(student):
    keys, values = np.array([[1.0], [3.0], [7.0]]), np.array([[4.0], [8.0], [9.0]])
    student(np.array([[2.0]]), keys, values, 0.01).is_close(
        [[6]],
        atol=NEAR,
        looks_like={
            "the first of two keys that are equally near": [[4]],
            "nothing at all: does a small number in the division hide 0 / 0?": [[0]],
            "a bandwidth that is never below 1": kernel_regression(
                np.array([[2.0]]), keys, values, bandwidth=1
            ),
        },
    )
    student(np.array([[2.0]]), keys, values, 1e-6).is_close([[6]], atol=1e-3)
    query, keys = np.array([[64.0]]), np.array([[0], [1 / 64], [-64]])
    student(query, keys, values, 1.0).is_close(
        kernel_regression(query, keys, values, bandwidth=1),
        atol=NEAR,
        looks_like={"the nearest key alone, where another is nearly as near": [[8]]},
    )


@check(
    "soft_lookup",
    "any unit will do, and any origin: a millionth, a million, a million away",
    hint="is a number added to a distance, or to the bandwidth, or put in its place? "
    "And which digits of a small difference do the squares of large numbers keep?",
)
def units(student):
    q, k, v = (student.rng.normal(size=size) for size in ((5, 2), (7, 2), (7, 3)))
    right = kernel_regression(q, k, v, bandwidth=H)
    for unit in (1e-6 / H, 1e6 / H):
        student(unit * q, unit * k, v, unit * H).is_close(right, atol=NEAR)
    away = (np.insert(a / 1000, 1, 1e6, axis=1) for a in (q, k))  # the same for all
    student(*away, v, H / 1000).is_close(right, atol=NEAR)


@check(
    "soft_lookup",
    "the caller's arrays stay as they were",
    hint="`a -= b` changes the array itself, `a - b` makes a new one",
)
def kept(student):
    q, k, v = (student.rng.normal(size=size) for size in ((1, 2), (7, 2), (7, 3)))
    answer = student(q, k, v, H)
    answer.is_close(kernel_regression(q, k, v, bandwidth=H), atol=NEAR)
    answer.keeps_its_arguments()
