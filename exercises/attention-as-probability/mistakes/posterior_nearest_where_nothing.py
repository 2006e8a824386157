"""Where all powers are 0 the nearest keys that are on get all."""

import numpy as np

TASK = "posterior_weights"
FAILS = "a signal far from all keys that are on"
SAYS = "another is nearly as near"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    squared = np.where(frequency > 0, squared, np.inf)
    fit = np.exp(-squared / (2 * sigma**2)) * frequency
    is_nearest = squared == squared.min(axis=-1, keepdims=True)
    is_lost = fit.sum(axis=-1, keepdims=True) == 0
    fit = np.where(is_lost, is_nearest * frequency, fit)
    return fit / fit.sum(axis=-1, keepdims=True)
