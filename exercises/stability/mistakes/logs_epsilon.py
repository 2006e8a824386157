"""A small number inside the logarithm."""

import numpy as np

TASK = "log_weights"
FAILS = "weights that round to 0 or 1 keep their logarithm"
SAYS = "this looks like a small number inside"


def log_weights(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return np.log(weights + 1e-9)
