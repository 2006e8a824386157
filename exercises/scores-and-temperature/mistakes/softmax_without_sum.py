"""The division is missing: positive, but no shares."""

import numpy as np

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "not divided by their sum"


def stable_softmax(scores, axis=-1):
    return np.exp(scores - scores.max(axis=axis, keepdims=True))
