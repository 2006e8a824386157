"""[..., None] puts the new axis last, whichever one was summed."""

import numpy as np

TASK = "stable_softmax"
FAILS = "axis chooses who competes"
SAYS = "off by up to"


def stable_softmax(scores, axis=-1):
    scores = np.asarray(scores, dtype=float)
    powers = np.exp(scores - scores.max(axis=axis)[..., None])
    return powers / powers.sum(axis=axis)[..., None]
