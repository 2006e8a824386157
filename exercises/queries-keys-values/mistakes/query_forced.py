"""The scores are to be log(weights) exactly, which one key more does not allow."""

import numpy as np

TASK = "query_for"
FAILS = "one key more than features"
SAYS = "and no others, which there is not"


def query_for(keys, weights):
    return np.linalg.lstsq(keys, np.log(weights), rcond=None)[0]
