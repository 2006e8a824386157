"""-inf minus -inf."""

import numpy as np

TASK = "log_weights"
FAILS = "a row in which all is hidden"
SAYS = "contains 2 NaN"


def log_weights(scores):
    lead = scores - scores.max(axis=-1, keepdims=True)
    return lead - np.log(np.exp(lead).sum(axis=-1, keepdims=True))
