"""Query and key are added as they come."""

import numpy as np

TASK = "additive_scores"
FAILS = "the score hears its query"
SAYS = "without W_Q and W_K"


def additive_scores(q, k, W_Q, W_K, w):
    return np.tanh(q[..., :, None, :] + k[..., None, :, :]) @ w
