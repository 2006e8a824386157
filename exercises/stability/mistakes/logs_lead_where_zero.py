"""Where the weight is 0 the lead is returned."""

import numpy as np

TASK = "log_weights"
FAILS = "weights that round to 0 or 1 keep their logarithm"
SAYS = "this looks like the lead over the best, where"


def log_weights(scores):
    highest = scores.max(axis=-1, keepdims=True)  # (..., 1)
    lead = scores - np.where(highest == -np.inf, 0, highest)
    powers = np.exp(lead)
    total = powers.sum(axis=-1, keepdims=True)
    weights = powers / np.where(total == 0, 1, total)
    logs = np.log(np.where(weights > 0, weights, 1))
    return np.where(weights > 0, logs, lead)
