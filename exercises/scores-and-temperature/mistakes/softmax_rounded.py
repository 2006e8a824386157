"""Weights with six digits look better."""

import numpy as np

TASK = "stable_softmax"
FAILS = "a row far below the others keeps its weights"
SAYS = "was it rounded or cut off?"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return np.round(powers / powers.sum(axis=axis, keepdims=True), 6)
