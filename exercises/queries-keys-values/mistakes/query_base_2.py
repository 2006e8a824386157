"""The logarithm is one to base 2."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "logarithms to base 2"


def query_for(keys, weights):
    leads = np.log2(weights[1:] / weights[0])
    return np.linalg.lstsq(keys[1:] - keys[0], leads, rcond=None)[0]
