"""Maxima of shape (3,) do not line up with rows of an array (3, 5)."""

import numpy as np

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "(line: powers = np.exp(scores - scores.max(axis=axis)))"


def stable_softmax(scores, axis=-1):
    powers = np.exp(scores - scores.max(axis=axis))
    return powers / powers.sum(axis=axis)
