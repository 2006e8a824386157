"""The error falls in step with the draws."""

import numpy as np

TASK = "draws_needed"
FAILS = "enough draws, and not one more"
SAYS = "not squared"


def draws_needed(weights, values, error):
    distances = values - weights @ values  # (k,), from the mean
    variance = weights @ distances**2
    return max(1, int(np.ceil(np.sqrt(variance) / error)))
