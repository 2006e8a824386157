"""One maximum for all rows: in a row far below it every power becomes 0."""

import numpy as np

TASK = "stable_softmax"
FAILS = "a row far below the others keeps its weights"
SAYS = "contains 2 NaN or infinite values"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = np.exp(scores - scores.max())
    return powers / powers.sum(axis=axis, keepdims=True)
