"""The maximum is subtracted from the caller's own array."""

import numpy as np

TASK = "stable_softmax"
FAILS = "the scores are left as they were"
SAYS = "changed its first argument"


def stable_softmax(scores, axis=-1):
    if scores.dtype != float:
        scores = scores.astype(float)
    scores -= scores.max(axis=axis, keepdims=True)
    powers = np.exp(scores)
    return powers / powers.sum(axis=axis, keepdims=True)
