"""The argument is there, and nobody looks at it."""

import numpy as np

TASK = "stable_softmax"
FAILS = "axis chooses who competes"
SAYS = "over the last axis, whatever axis says"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
