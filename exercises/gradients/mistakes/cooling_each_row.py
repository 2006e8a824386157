"""A slope for each row."""

import numpy as np

TASK = "temperature_backward"
FAILS = "one number for the whole table"
SAYS = "should be one number"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_backward(scores, temperature, grad_weights):
    weights = softmax(scores / temperature)  # (q, k)
    mean = (weights * grad_weights).sum(axis=-1, keepdims=True)  # (q, 1)
    grad_inputs = weights * (grad_weights - mean)  # (q, k), of scores / T
    return {
        "scores": grad_inputs / temperature,
        "temperature": -(grad_inputs * scores).sum(axis=-1) / temperature**2,
    }
