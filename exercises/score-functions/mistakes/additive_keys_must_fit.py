"""Queries and keys are put into one array first, so they must have one length."""

import numpy as np

TASK = "additive_scores"
FAILS = "queries and keys of different lengths"
SAYS = "raised ValueError"


def additive_scores(q, k, W_Q, W_K, w):
    n = q.shape[-2]
    both = np.concatenate([q, k], axis=-2)
    asked = (both @ W_Q.T)[..., :n, None, :]
    found = (both @ W_K.T)[..., None, n:, :]
    return np.tanh(asked + found) @ w
