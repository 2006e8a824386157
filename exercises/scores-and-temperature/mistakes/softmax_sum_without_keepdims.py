"""Sums of shape (5,) line up with the columns of a square."""

import numpy as np

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "a sum without keepdims"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis)
