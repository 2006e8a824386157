"""Maxima of shape (3,) line up with the columns, or with nothing."""

import numpy as np

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "a maximum and a sum without keepdims"


def stable_softmax(scores, axis=-1):
    powers = np.exp(scores - scores.max(axis=axis))
    return powers / powers.sum(axis=axis)
