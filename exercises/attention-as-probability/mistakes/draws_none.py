"""No draw at all where everybody agrees."""

import numpy as np

TASK = "draws_needed"
FAILS = "at least one draw"
SAYS = "without a draw"


def draws_needed(weights, values, error):
    distances = values - weights @ values  # (k,), from the mean
    variance = weights @ distances**2
    return int(np.ceil(variance / error**2))
