"""A little something against the logarithm of 0."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "was something added"


def query_for(keys, weights):
    logs = np.log(weights + 1e-9)
    return np.linalg.lstsq(keys[1:] - keys[0], logs[1:] - logs[0], rcond=None)[0]
