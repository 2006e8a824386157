"""All who ask are averaged before anyone looks."""

import numpy as np

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "with the mean of all who ask"


def shares(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_back(asking, states):
    weights = shares(states @ asking.mean(axis=0))
    return np.tile(weights @ states, (len(asking), 1))
