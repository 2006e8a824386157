"""Weights are kept above the smallest number."""

import numpy as np

TASK = "log_weights"
FAILS = "weights that round to 0 or 1 keep their logarithm"
SAYS = "never below the smallest number"


def log_weights(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return np.log(np.maximum(weights, np.finfo(float).tiny))
