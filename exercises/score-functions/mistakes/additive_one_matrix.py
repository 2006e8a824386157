"""Keys go through the matrix of the queries."""

import numpy as np

TASK = "additive_scores"
FAILS = "the score hears its query"
SAYS = "W_Q for both sides"


def additive_scores(q, k, W_Q, W_K, w):
    asked = (q @ W_Q.T)[..., :, None, :]
    found = (k @ W_Q.T)[..., None, :, :]
    return np.tanh(asked + found) @ w
