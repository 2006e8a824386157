"""The variance of the values, whatever their weights."""

import numpy as np

TASK = "draws_needed"
FAILS = "each value counts with its weight"
SAYS = "counted alike"


def draws_needed(weights, values, error):
    return max(1, int(np.ceil(values.var() / error**2)))
