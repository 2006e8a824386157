"""The mean is subtracted: one score that is far above the others overflows still."""

import numpy as np

TASK = "stable_softmax"
FAILS = "large inputs stay finite"
SAYS = "stable_softmax(np.array([[0, 0, 0, 3000]])) contains 1 NaN or infinite value"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = np.exp(scores - scores.mean(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)
