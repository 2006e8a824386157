"""The weights, without a logarithm."""

import numpy as np

TASK = "log_weights"
FAILS = "the logarithm of each weight"
SAYS = "the weights themselves"


def log_weights(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
