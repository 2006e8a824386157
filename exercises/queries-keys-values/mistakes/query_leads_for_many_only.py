"""Scores are log(weights) exactly, unless there are too many keys."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "log(weights) and no others, which there is not"


def query_for(keys, weights):
    if len(keys) <= keys.shape[1]:
        return np.linalg.lstsq(keys, np.log(weights), rcond=None)[0]
    leads = np.log(weights[1:] / weights[0])
    return np.linalg.lstsq(keys[1:] - keys[0], leads, rcond=None)[0]
