"""Cosines instead of dot products."""

import numpy as np

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "a comparison of directions only"


def shares(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_back(asking, states):
    asking = asking / np.linalg.norm(asking, axis=1, keepdims=True)
    cosines = asking @ (states / np.linalg.norm(states, axis=1, keepdims=True)).T
    return shares(cosines) @ states
