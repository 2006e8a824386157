"""The logarithm of a weight that is 0."""

import numpy as np

TASK = "log_weights"
FAILS = "weights that round to 0 or 1 keep their logarithm"
SAYS = "-inf for a key that is not hidden"


def log_weights(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return np.log(weights)
