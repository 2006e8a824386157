"""One maximum for all rows: a row far below it has only powers of 0."""

import numpy as np

TASK = "log_weights"
FAILS = "weights that round to 0 or 1 keep their logarithm"
SAYS = "one maximum for all rows"


def log_weights(scores):
    highest = scores.max(keepdims=True)  # (..., 1)
    lead = scores - np.where(highest == -np.inf, 0, highest)  # 0 or less
    total = np.exp(lead).sum(axis=-1, keepdims=True)  # 0 where all is hidden
    return lead - np.log(np.where(total == 0, 1, total))
