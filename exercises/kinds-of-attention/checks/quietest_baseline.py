"""Checks of quietest_baseline."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


def best(weights, costs):
    length = 1 - 2 * weights + (weights**2).sum(axis=-1, keepdims=True)
    return mean(costs, weights * length)


def mean(costs, counts):
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)


def some(student, k):
    weights = softmax(student.rng.normal(size=(5, k)))
    return weights, 3 * student.rng.normal(size=(5, k)) + 7


def habits(weights, costs):
    length = 1 - 2 * weights + (weights**2).sum(axis=-1, keepdims=True)
    return {
        "the mean cost, which is not the quietest": mean(costs, weights),
        "the mean cost of a draw that is uniform": costs.mean(axis=-1),
        "lengths that are not weighted by the chance of their draw": mean(
            costs, length
        ),
        "lengths that are not squared": mean(costs, weights * np.sqrt(length)),
        "the cost of the likeliest key": np.take_along_axis(
            costs, weights.argmax(axis=-1)[:, None], axis=-1
        )[:, 0],
        "(1 - A)² alone: the other entries of Z - A have a length as well": mean(
            costs, weights * (1 - weights) ** 2
        ),
        "a sum that is divided by nothing": (weights * length * costs).sum(axis=-1),
    }


@check(
    "quietest_baseline",
    "two keys",
    hint="with two keys each cost counts with the weight of the *other* key",
)
def two_keys(student):
    weights, costs = some(student, 2)
    student(weights, costs).is_close(
        best(weights, costs), looks_like=habits(weights, costs)
    )


@check(
    "quietest_baseline",
    "many keys",
    points=2,
    hint="each draw counts with its chance times the squared length of Z - A",
)
def many_keys(student):
    weights, costs = some(student, 7)
    crosswise = {
        "a rule for two keys: 1 - A is not the squared length of Z - A": mean(
            costs, 1 - weights
        ),
        "a rule for two keys, weighted": mean(costs, weights * (1 - weights)),
    }
    student(weights, costs).is_close(
        best(weights, costs), looks_like=habits(weights, costs) | crosswise
    )


@check(
    "quietest_baseline",
    "a key that has no chance",
    hint="what is never drawn has no say, whatever it would cost",
)
def no_chance(student):
    weights, costs = some(student, 5)
    weights[:, 3] = 0
    weights /= weights.sum(axis=-1, keepdims=True)
    costs[:, 3] = 1000
    student(weights, costs).is_close(best(weights, costs))


@check(
    "quietest_baseline",
    "a query that is sure",
    hint="where one weight is 1 the counts are all 0: take the weights for them",
)
def sure(student):
    weights, costs = some(student, 3)
    right = best(weights, costs)
    weights[[1, 4]] = np.eye(3)[[2, 0]]
    right[[1, 4]] = costs[[1, 4], [2, 0]]
    nothing, middle = right.copy(), right.copy()
    nothing[[1, 4]], middle[[1, 4]] = 0, costs[[1, 4]].mean(axis=-1)
    student(weights, costs).is_close(
        right,
        looks_like={
            "no baseline for who is sure": nothing,
            "the mean of all costs for who is sure": middle,
        },
    )
