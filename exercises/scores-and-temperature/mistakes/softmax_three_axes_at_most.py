"""Each axis that was thought of has its own line."""

import numpy as np

TASK = "stable_softmax"
FAILS = "axis chooses who competes"
SAYS = "is off by up to"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    if axis == 0:
        powers = np.exp(scores - scores.max(axis=0))
        return powers / powers.sum(axis=0)
    if axis == 1:
        powers = np.exp(scores - scores.max(axis=1)[:, None])
        return powers / powers.sum(axis=1)[:, None]
    powers = np.exp(scores - scores.max(axis=-1)[..., None])
    return powers / powers.sum(axis=-1)[..., None]
