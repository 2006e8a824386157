"""Checks of quietest_baseline."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


def best(weights, costs):
    length = 1 - 2 * weights + (weights**2).sum(axis=-1, keepdims=True)
    return mean(costs, weights * length)


def mean(costs, counts):
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)


FAR = 1e-4  # of costs about 7: what single precision may cost


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
        "the median of the costs": np.median(costs, axis=-1),
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
    hint="in the example by hand, which draw is rare, and why does it count for more?",
)
def two_keys(student):
    weights, costs = some(student, 2)
    told = habits(weights, costs)
    alike = {
        "the plain mean of both costs: do both draws count alike?": costs.mean(axis=-1)
    }
    student(weights, costs).is_close(
        best(weights, costs), atol=FAR, looks_like=alike | told
    )


@check(
    "quietest_baseline",
    "many keys",
    points=2,
    hint="how often does a draw come, and how long is its row Z - A?",
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
        best(weights, costs), atol=FAR, looks_like=habits(weights, costs) | crosswise
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
    student(weights, costs).is_close(best(weights, costs), atol=FAR)


@check(
    "quietest_baseline",
    "a query that is sure, or nearly",
    hint="what are the counts where one weight is 1, and where it is nearly 1?",
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
        atol=FAR,
        looks_like={
            "no baseline for who is sure": nothing,
            "the mean of all costs for who is sure": middle,
        },
    )
    nearly = np.array([[0.97, 0.03], [0.0001, 0.9999]])
    costs = np.array([[0.0, 8.0], [8.0, 0.0]])
    told = {
        "the cost of the likeliest key for who is only nearly sure": np.zeros(2),
        "the mean cost for who is only nearly sure": (nearly * costs).sum(axis=-1),
    }
    right = best(nearly, costs)
    student(nearly, costs).is_close(right, atol=0.01, looks_like=told)
    nearly, costs = np.array([[2**-18, 1 - 2**-18]]), np.array([[8.0, 0.0]])
    told = {"the cost of the likeliest key for who is only nearly sure": [0]}
    student(nearly, costs).is_close([8], atol=0.5, looks_like=told)
