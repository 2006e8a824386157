"""The weights are divided and made to sum to 1 again, which undoes the division."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "being T points ahead is worth a factor of e"
SAYS = "dividing the weights cancels out"


def softmax_with_temperature(scores, temperature):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True)) / temperature
    return powers / powers.sum(axis=-1, keepdims=True)
