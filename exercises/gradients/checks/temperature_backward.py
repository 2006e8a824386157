"""Checks of temperature_backward."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


def some(student):
    return [student.rng.normal(size=(3, 7)) for _ in range(2)]


def steps(scores, temperature, grad_weights):
    """Return the weights, and the gradient of what goes into the softmax."""
    weights = softmax(scores, temperature=temperature)
    mean = (weights * grad_weights).sum(-1, keepdims=True)
    return weights, weights * (grad_weights - mean)


def near(right):
    """Return how far from the right number 32 bits may end."""
    return 1e-5 * max(1.0, abs(right))


@check(
    "temperature_backward",
    "the scores",
    points=2,
    hint="the chapter's slope for what goes into the softmax; then one factor more",
)
def of_scores(student):
    scores, grad = some(student)
    for t in (0.5, 3.0):
        weights, inputs = steps(scores, t, grad)
        plain = weights * (grad - grad.mean(-1, keepdims=True))
        student(scores, t, grad).entry("scores").is_close(
            inputs / t,
            atol=1e-5,
            looks_like={
                "the gradient of scores / T, not of the scores": inputs,
                "multiplied by T instead of divided": inputs * t,
                "a plain mean taken off, without weights": plain / t,
                "no mean taken off": weights * grad / t,
                "minus the gradient": -inputs / t,
                "weights without the temperature": steps(scores, 1.0, grad)[1] / t,
            },
        )


@check(
    "temperature_backward",
    "the temperature",
    points=2,
    hint="when T rises by a little, how does s / T move? And who else uses T?",
)
def of_temperature(student):
    scores, grad = some(student)
    for t in (0.5, 3.0):
        weights, inputs = steps(scores, t, grad)
        right = -(inputs * scores).sum() / t**2
        student(scores, t, grad).entry("temperature").is_number(
            right,
            atol=near(right),
            looks_like={
                "a hotter softmax makes its inputs smaller: the sign": -right,
                "1 / T falls by 1 / T², not by 1 / T": right * t,
                "1 / T falls by 1 / T², and no factor stands for that": right * t**2,
                "1 / T falls by 1 / T², not by 1 / T³": right / t,
                "the mean of what the scores say, not the sum": right / scores.size,
                "the mean of what the rows say, not the sum": right / len(scores),
                "in each row the mean of what the scores say, not the sum": right / 7,
                "no mean taken off": -(weights * grad * scores).sum() / t**2,
                "in a row the slopes of s / T add up to 0; each has a factor": (
                    -inputs.sum() / t**2
                ),
            },
        )


@check(
    "temperature_backward",
    "a constant on a row is not felt",
    hint="the slopes of a row add up to 0, if the right mean was taken off",
)
def shifted(student):
    scores, grad = some(student)
    scores += np.array([[100.0], [-30.0], [7.0]])
    _, inputs = steps(scores, 2.0, grad)
    answer = student(scores, 2.0, grad)
    answer.entry("scores").is_close(inputs / 2, atol=1e-4)
    right = -(inputs * scores).sum() / 4
    answer.entry("temperature").is_number(right, atol=1e-3)


@check(
    "temperature_backward",
    "one number for the whole table",
    hint="all rows share the temperature: add up their slopes",
)
def one_number(student):
    scores, grad = some(student)
    _, inputs = steps(scores, 2.0, grad)
    right = -(inputs * scores).sum() / 4
    student(scores, 2.0, grad).entry("temperature").is_number(right, atol=near(right))
