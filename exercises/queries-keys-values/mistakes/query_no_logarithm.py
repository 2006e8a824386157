"""The leads are ratios of weights."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "without a logarithm"


def query_for(keys, weights):
    leads = weights[1:] / weights[0]
    return np.linalg.lstsq(keys[1:] - keys[0], leads, rcond=None)[0]
