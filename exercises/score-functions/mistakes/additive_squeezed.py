"""w becomes a column, and squeeze takes away more than its axis."""

import numpy as np

TASK = "additive_scores"
FAILS = "the axes before the last two are carried along"
SAYS = "has shape (5, 7), not (1, 5, 7)"


def additive_scores(q, k, W_Q, W_K, w):
    asked = (q @ W_Q.T)[..., :, None, :]
    found = (k @ W_K.T)[..., None, :, :]
    return (np.tanh(asked + found) @ w[:, None]).squeeze()
