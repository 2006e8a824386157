"""A point is worth a doubling, as in the chapter's first example."""

import numpy as np

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "powers of 2, not of e"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = 2 ** (scores - scores.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)
