"""The ratio stands on its head."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "the smallest weight for the key that should have the largest"


def query_for(keys, weights):
    leads = np.log(weights[0] / weights[1:])
    return np.linalg.lstsq(keys[1:] - keys[0], leads, rcond=None)[0]
