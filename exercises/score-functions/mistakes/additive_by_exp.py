"""tanh written out overflows for large numbers."""

import numpy as np

TASK = "additive_scores"
FAILS = "large features stay finite"
SAYS = "NaN or infinite"


def additive_scores(q, k, W_Q, W_K, w):
    sums = (q @ W_Q.T)[..., :, None, :] + (k @ W_K.T)[..., None, :, :]
    up, down = np.exp(sums), np.exp(-sums)
    return (up - down) / (up + down) @ w
