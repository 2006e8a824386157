"""The highest score is not added to the logarithm again."""

import numpy as np

TASK = "log_weights"
FAILS = "the logarithm of each weight"
SAYS = "taken off in the sum, and not"


def log_weights(scores):
    highest = scores.max(axis=-1, keepdims=True)  # (..., 1)
    return scores - np.log(np.exp(scores - highest).sum(axis=-1, keepdims=True))
