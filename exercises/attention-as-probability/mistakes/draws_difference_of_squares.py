"""The mean square minus the square of the mean: right on paper."""

import numpy as np

TASK = "draws_needed"
FAILS = "values far from 0 are no trouble"
SAYS = "is not 1"


def draws_needed(weights, values, error):
    variance = weights @ values**2 - (weights @ values) ** 2
    return max(1, int(np.ceil(variance / error**2)))
