"""Divided by the root of d, as Transformers do and this colleague does not."""

import numpy as np

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "which is not asked for here"


def shares(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_back(asking, states):
    return shares(asking @ states.T / np.sqrt(states.shape[1])) @ states
