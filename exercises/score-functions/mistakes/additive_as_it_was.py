"""The colleague's code, in which each side is bent before they meet."""

import numpy as np

TASK = "additive_scores"
FAILS = "the score hears its query"
SAYS = "so the query changes no weight"


def additive_scores(q, k, W_Q, W_K, w):
    asked = np.tanh(q @ W_Q.T)[..., :, None, :]
    found = np.tanh(k @ W_K.T)[..., None, :, :]
    return (asked + found) @ w
