"""The table is turned, and the words that are written share what was read."""

import numpy as np

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "compete for what was read"


def shares(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_back(asking, states):
    return shares(states @ asking.T).T @ states
