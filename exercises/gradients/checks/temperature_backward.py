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
            looks_like={
                "the gradient of scores / T, not of the scores": inputs,
                "multiplied by T instead of divided": inputs * t,
                "a plain mean taken off, without weights": plain / t,
                "no mean taken off": weights * grad / t,
                "weights without the temperature": steps(scores, 1.0, grad)[1] / t,
            },
        )


@check(
    "temperature_backward",
    "the temperature",
    points=2,
    hint="the slope of s / T in T is -s / T²; add up what all the scores say",
)
def of_temperature(student):
    scores, grad = some(student)
    for t in (0.5, 3.0):
        weights, inputs = steps(scores, t, grad)
        right = -(inputs * scores).sum() / t**2
        student(scores, t, grad).entry("temperature").is_number(
            right,
            atol=1e-6,
            looks_like={
                "a hotter softmax makes its inputs smaller: the sign": -right,
                "1 / T falls by 1 / T², not by 1 / T": right * t,
                "the mean of what the scores say, not the sum": right / scores.size,
                "no mean taken off": -(weights * grad * scores).sum() / t**2,
                "that forgets that the score is a factor": -inputs.sum() / t**2,
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
    answer.entry("scores").is_close(inputs / 2)
    right = -(inputs * scores).sum() / 4
    answer.entry("temperature").is_number(right, atol=1e-6)


@check(
    "temperature_backward",
    "one number for the whole table",
    hint="all rows share the temperature: add up their slopes",
)
def one_number(student):
    scores, grad = some(student)
    _, inputs = steps(scores, 2.0, grad)
    slope = student(scores, 2.0, grad).entry("temperature")
    slope.is_number(-(inputs * scores).sum() / 4, atol=1e-6)
