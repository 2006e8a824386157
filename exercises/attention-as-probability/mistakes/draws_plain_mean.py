"""Distances from a mean without weights."""

import numpy as np

TASK = "draws_needed"
FAILS = "each value counts with its weight"
SAYS = "from the plain mean"


def draws_needed(weights, values, error):
    distances = values - values.mean()  # (k,), from the mean
    variance = weights @ distances**2
    return max(1, int(np.ceil(variance / error**2)))
