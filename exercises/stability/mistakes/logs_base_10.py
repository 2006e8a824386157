"""The wrong logarithm, in both places."""

import numpy as np

TASK = "log_weights"
FAILS = "the logarithm of each weight"
SAYS = "to base 10"


def log_weights(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return np.log10(weights)
