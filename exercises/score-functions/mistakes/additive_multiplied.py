"""Query and key are multiplied, as in a dot product."""

import numpy as np

TASK = "additive_scores"
FAILS = "the score hears its query"
SAYS = "multiplied, not added"


def additive_scores(q, k, W_Q, W_K, w):
    asked = (q @ W_Q.T)[..., :, None, :]
    found = (k @ W_K.T)[..., None, :, :]
    return np.tanh(asked * found) @ w
