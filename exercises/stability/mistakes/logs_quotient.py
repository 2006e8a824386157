"""The logarithm of a quotient is taken for a quotient."""

import numpy as np

TASK = "log_weights"
FAILS = "the logarithm of each weight"
SAYS = "divided by"


def log_weights(scores):
    return scores / np.log(np.exp(scores).sum(axis=-1, keepdims=True))
