"""Weights are kept above the smallest number."""

import numpy as np

TASK = "log_weights"
FAILS = "a weight that rounds to 0 keeps its logarithm"
SAYS = "never below the smallest number"


def log_weights(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return np.log(np.maximum(weights, np.finfo(float).tiny))
