"""The slope of 1 / T is taken for -1."""

import numpy as np

TASK = "temperature_backward"
FAILS = "the temperature"
SAYS = "no factor stands for that"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_backward(scores, temperature, grad_weights):
    weights = softmax(scores / temperature)  # (q, k)
    mean = (weights * grad_weights).sum(axis=-1, keepdims=True)  # (q, 1)
    grad_inputs = weights * (grad_weights - mean)  # (q, k), of scores / T
    return {
        "scores": grad_inputs / temperature,
        "temperature": -(grad_inputs * scores).sum(),
    }
