"""Powers of the scores as they stand."""

import numpy as np

TASK = "log_weights"
FAILS = "weights that round to 0 or 1 keep their logarithm"
SAYS = "the powers became infinite"


def log_weights(scores):
    return scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
