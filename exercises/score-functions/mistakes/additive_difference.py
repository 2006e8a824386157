"""The bump of the chapter looks like a difference."""

import numpy as np

TASK = "additive_scores"
FAILS = "the score hears its query"
SAYS = "subtracted from the other"


def additive_scores(q, k, W_Q, W_K, w):
    asked = (q @ W_Q.T)[..., :, None, :]
    found = (k @ W_K.T)[..., None, :, :]
    return np.tanh(asked - found) @ w
