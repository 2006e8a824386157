"""The formula as it stands: np.exp(1000) is infinite."""

import numpy as np

TASK = "stable_softmax"
FAILS = "large inputs stay finite"
SAYS = "contains 2 NaN or infinite values"


def stable_softmax(scores, axis=-1):
    powers = np.exp(np.asarray(scores, dtype=float))
    return powers / powers.sum(axis=axis, keepdims=True)
