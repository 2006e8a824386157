"""The shares are right, and nothing is mixed with them."""

import numpy as np

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "a number for each pair of words"


def shares(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_back(asking, states):
    return shares(asking @ states.T)
