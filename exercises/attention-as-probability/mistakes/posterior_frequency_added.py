"""Frequencies are added to the scores."""

import numpy as np

TASK = "posterior_weights"
FAILS = "fit times frequency, divided by the sum"
SAYS = "not their logarithms"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    scores = -squared / (2 * sigma**2) + frequency
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
