"""Where the highest score is looked for, a hidden one counts as 0."""

import numpy as np

TASK = "log_weights"
FAILS = "hidden keys get -inf, and the others share all"
SAYS = "taken for the highest score, 0"


def log_weights(scores):
    shown = np.where(np.isneginf(scores), 0, scores)
    lead = scores - shown.max(axis=-1, keepdims=True)
    total = np.exp(lead).sum(axis=-1, keepdims=True)
    return lead - np.log(np.where(total == 0, 1, total))
