"""A small number keeps the logarithm from 0."""

import numpy as np

TASK = "posterior_weights"
FAILS = "a key that is switched off gets nothing"
SAYS = "never below 0.001"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    scores = -squared / (2 * sigma**2) + np.log(np.maximum(frequency, 1e-3))
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
