"""A number too small to see keeps the logarithm from 0."""

import numpy as np

TASK = "posterior_weights"
FAILS = "a signal far from all keys that are on"
SAYS = "brings the key back"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    scores = np.log(frequency + 1e-12) - squared / (2 * sigma**2)  # (q, k)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
