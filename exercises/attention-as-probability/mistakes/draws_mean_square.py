"""The mean square is taken for the variance."""

import numpy as np

TASK = "draws_needed"
FAILS = "each value counts with its weight"
SAYS = "nothing was taken off"


def draws_needed(weights, values, error):
    distances = values  # (k,), from the mean
    variance = weights @ distances**2
    return max(1, int(np.ceil(variance / error**2)))
