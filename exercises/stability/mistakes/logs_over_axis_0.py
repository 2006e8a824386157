"""The softmax runs over another axis."""

import numpy as np

TASK = "log_weights"
FAILS = "the logarithm of each weight"
SAYS = "the axis before the last"


def log_weights(scores):
    highest = scores.max(axis=-2, keepdims=True)  # (..., 1)
    lead = scores - np.where(highest == -np.inf, 0, highest)  # 0 or less
    total = np.exp(lead).sum(axis=-2, keepdims=True)  # 0 where all is hidden
    return lead - np.log(np.where(total == 0, 1, total))
