"""The weights are divided and no longer sum to 1."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "being T points ahead is worth a factor of e"
SAYS = "weights divided by the temperature"


def softmax_with_temperature(scores, temperature):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) / temperature
