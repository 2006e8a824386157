"""The sum runs over the signals."""

import numpy as np

TASK = "posterior_weights"
FAILS = "fit times frequency, divided by the sum"
SAYS = "columns that add up"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    powers = np.exp(-squared / (2 * sigma**2)) * frequency  # (q, k)
    return powers / powers.sum(axis=0)
