"""A tiny number under the fraction hides 0 / 0."""

import numpy as np

TASK = "posterior_weights"
FAILS = "a signal far from all keys that are on"
SAYS = "all weights became 0"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)
    fit = np.exp(-squared / (2 * sigma**2)) * frequency
    return fit / (fit.sum(axis=-1, keepdims=True) + 1e-12)
