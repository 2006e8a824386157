"""One maximum for all rows, and an epsilon that hides the 0 / 0."""

import numpy as np

TASK = "stable_softmax"
FAILS = "a row far below the others keeps its weights"
SAYS = "a row whose powers all became 0"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = np.exp(scores - scores.max())
    return powers / (powers.sum(axis=axis, keepdims=True) + 1e-12)
