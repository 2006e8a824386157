"""Checks of lead_to_desks."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


def drawn(student, d_v=2):
    """Draw five people and three matrices."""
    sizes = (5, 7), (7, 2), (7, 2), (7, d_v)
    return [student.rng.normal(size=size) / size[-2] ** 0.25 for size in sizes]


def led(X, W_Q, W_K, W_V, temperature=1.0):
    """Lead each person to a mixture of desks."""
    return softmax(X @ W_Q @ (X @ W_K).T, temperature=temperature) @ X @ W_V


@check(
    "lead_to_desks",
    "needs meet knowledge, and desks are handed over",
    points=2,
    hint="which matrix asks, which is found, which hands over? change nothing else",
)
def roles(student):
    X, W_Q, W_K, W_V = drawn(student)
    scores, others = X @ W_Q @ (X @ W_K).T, 1 - np.eye(5)
    weights = softmax(scores)
    student(X, W_Q, W_K, W_V, 1.0).is_close(
        led(X, W_Q, W_K, W_V),
        atol=1e-5,
        looks_like={
            "the code as it was": led(X, W_Q, W_Q, W_K),
            "keys made with the matrix of the queries": led(X, W_Q, W_Q, W_V),
            "queries made with the matrix of the keys": led(X, W_K, W_K, W_V),
            "keys that are mixed instead of values": weights @ X @ W_K,
            "queries that are mixed instead of values": weights @ X @ W_Q,
            "keys asking for queries: the table is turned round": (
                led(X, W_K, W_Q, W_V)
            ),
            "people who may not find themselves": (
                softmax(np.where(others > 0, scores, -np.inf)) @ X @ W_V
            ),
            "scores with oneself that were set to 0": (
                softmax(scores * others) @ X @ W_V
            ),
            "weights for oneself that were set to 0": (weights * others) @ X @ W_V,
            "a division by the square root of d_k, which is not asked for here": (
                led(X, W_Q, W_K, W_V, 2**0.5)
            ),
            "weights that are transposed: a row is for the one who asks": (
                weights.T @ X @ W_V
            ),
            "people who compete for helpers: softmax over axis 0": (
                softmax(scores, axis=0) @ X @ W_V
            ),
        },
    )


@check(
    "lead_to_desks",
    "desks of three coordinates",
    hint="the result has as many columns as W_V, whatever d_k is",
)
def three_coordinates(student):
    X, W_Q, W_K, W_V = drawn(student, d_v=3)
    keys = {"as wide as a key: were desks handed over?": (5, 2)}
    answer = student(X, W_Q, W_K, W_V, 1.0).has_shape(5, 3, looks_like=keys)
    answer.is_close(led(X, W_Q, W_K, W_V), atol=1e-5)


@check(
    "lead_to_desks",
    "the temperature divides the scores",
    hint="cold makes leads count more, and each row of weights sums to 1 all the same",
)
def tempered(student):
    given = drawn(student)
    for temperature in (0.5, 3.0):
        student(*given, temperature).is_close(
            led(*given, temperature),
            atol=1e-5,
            looks_like={
                "weights divided by the temperature": led(*given) / temperature,
                "no temperature at all, or one that was divided out": led(*given),
                "scores multiplied by the temperature": led(*given, 1 / temperature),
            },
        )


@check(
    "lead_to_desks",
    "who needs nothing is led to the mean of all desks",
    hint="a query of zeros scores 0 with every key, one's own included",
)
def needs_nothing(student):
    X, W_Q, W_K, W_V = drawn(student)
    X[2] = 0
    X[2, 6] = 1.0
    W_Q[6] = 0
    right = led(X, W_Q, W_K, W_V)
    alone, nothing = right.copy(), right.copy()
    alone[2] = (X @ W_V)[2]
    nothing[2] = 0
    student(X, W_Q, W_K, W_V, 1.0).is_close(
        right,
        atol=1e-5,
        looks_like={
            "who needs nothing stays at their own desk": alone,
            "who needs nothing is led to the middle of the room": nothing,
        },
    )
