"""The scores are to have a mean of 0, which one key more does not allow."""

import numpy as np

TASK = "query_for"
FAILS = "one key more than features"
SAYS = "a mean of 0 and no others"


def query_for(keys, weights):
    scores = np.log(weights) - np.log(weights).mean()
    return np.linalg.lstsq(keys, scores, rcond=None)[0]
