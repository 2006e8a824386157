"""A small number is added to the sum."""

import numpy as np

TASK = "log_weights"
FAILS = "weights that round to 0 or 1 keep their logarithm"
SAYS = "is something added to the sum?"


def log_weights(scores):
    highest = scores.max(axis=-1, keepdims=True)  # (..., 1)
    lead = scores - np.where(highest == -np.inf, 0, highest)
    return lead - np.log(np.exp(lead).sum(axis=-1, keepdims=True) + 1e-9)
