"""No axis anywhere: all numbers of the array share one sum."""

import numpy as np

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "one softmax over the whole array"


def stable_softmax(scores, axis=-1):
    powers = np.exp(scores - np.max(scores))
    return powers / powers.sum()
