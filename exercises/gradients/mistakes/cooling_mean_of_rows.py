"""Rows are added up, then averaged."""

import numpy as np

TASK = "temperature_backward"
FAILS = "the temperature"
SAYS = "the mean of what the rows say"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_backward(scores, temperature, grad_weights):
    weights = softmax(scores / temperature)  # (q, k)
    mean = (weights * grad_weights).sum(axis=-1, keepdims=True)  # (q, 1)
    grad_inputs = weights * (grad_weights - mean)  # (q, k), of scores / T
    return {
        "scores": grad_inputs / temperature,
        "temperature": -(grad_inputs * scores).sum(axis=-1).mean() / temperature**2,
    }
