"""A squeeze, which also takes away the axis of a single word."""

import numpy as np

TASK = "look_back"
FAILS = "one word or two may write, and one or two be read"
SAYS = "an axis of length 1 got lost"


def shares(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_back(asking, states):
    return np.squeeze(shares(asking @ states.T) @ states)
