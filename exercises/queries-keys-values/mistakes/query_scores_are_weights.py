"""The weights are taken for scores."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "scores that are the weights themselves"


def query_for(keys, weights):
    return np.linalg.lstsq(keys, weights, rcond=None)[0]
