"""Large scores are cut off, so that two of them look equal."""

import numpy as np

TASK = "stable_softmax"
FAILS = "large inputs stay finite"
SAYS = "scores cut off at a limit"


def stable_softmax(scores, axis=-1):
    scores = np.clip(np.asarray(scores, dtype=float), -500, 500)
    powers = np.exp(scores)
    return powers / powers.sum(axis=axis, keepdims=True)
