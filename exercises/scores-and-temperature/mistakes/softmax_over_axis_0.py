"""The columns compete instead of the keys of a row."""

import numpy as np

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "softmax over axis 0"


def stable_softmax(scores, axis=0):
    powers = np.exp(scores - scores.max(axis=0, keepdims=True))
    return powers / powers.sum(axis=0, keepdims=True)
