"""Hidden keys get a large number."""

import numpy as np

TASK = "log_weights"
FAILS = "hidden keys get -inf, and the others share all"
SAYS = "-1e+09 for a hidden key"


def log_weights(scores):
    scores = np.where(scores == -np.inf, -1e9, scores)
    highest = scores.max(axis=-1, keepdims=True)  # (..., 1)
    lead = scores - np.where(highest == -np.inf, 0, highest)  # 0 or less
    total = np.exp(lead).sum(axis=-1, keepdims=True)  # 0 where all is hidden
    return lead - np.log(np.where(total == 0, 1, total))
