"""All powers are 0, and 0 / 0 is not a number."""

import numpy as np

TASK = "posterior_weights"
FAILS = "a signal far from all keys that are on"
SAYS = "NaN or infinite"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)
    fit = np.exp(-squared / (2 * sigma**2)) * frequency
    return fit / fit.sum(axis=-1, keepdims=True)
