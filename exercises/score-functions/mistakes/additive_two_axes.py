"""The new axes are counted from the front."""

import numpy as np

TASK = "additive_scores"
FAILS = "the axes before the last two are carried along"
SAYS = "raised ValueError"


def additive_scores(q, k, W_Q, W_K, w):
    sums = (q @ W_Q.T)[:, None] + (k @ W_K.T)[None]
    return np.tanh(sums) @ w
