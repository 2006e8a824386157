"""The variance is divided by the error."""

import numpy as np

TASK = "draws_needed"
FAILS = "enough draws, and not one more"
SAYS = "only one of the two"


def draws_needed(weights, values, error):
    distances = values - weights @ values  # (k,), from the mean
    variance = weights @ distances**2
    return max(1, int(np.ceil(variance / error)))
