"""A softmax that overflows where rows lie far apart."""

import numpy as np

TASK = "asks_nothing"
FAILS = "a number added to a whole row changes no weight"
SAYS = "too much for np.exp"


def asks_nothing(scores):
    powers = np.exp(scores)
    weights = powers / powers.sum(axis=1, keepdims=True)
    return np.allclose(weights, weights[0])
