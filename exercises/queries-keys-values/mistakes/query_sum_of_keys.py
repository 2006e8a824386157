"""A mixture of keys, which is right where keys are at right angles."""

import numpy as np

TASK = "query_for"
FAILS = "keys that are not at right angles"
SAYS = "keys at right angles only"


def query_for(keys, weights):
    return keys.T @ np.log(weights)
