"""The weights are multiplied by the frequencies and do not sum to 1."""

import numpy as np

TASK = "posterior_weights"
FAILS = "fit times frequency, divided by the sum"
SAYS = "not divided again"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)
    powers = np.exp(-squared / (2 * sigma**2))
    return powers / powers.sum(axis=-1, keepdims=True) * frequency
