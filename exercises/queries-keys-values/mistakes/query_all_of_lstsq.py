"""All that np.linalg.lstsq returns is handed on."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "the query is the first of them"


def query_for(keys, weights):
    leads = np.log(weights[1:] / weights[0])
    return np.linalg.lstsq(keys[1:] - keys[0], leads, rcond=None)
