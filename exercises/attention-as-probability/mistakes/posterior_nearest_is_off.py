"""The nearest key is taken for the unit, though it may be off: 0 / 0."""

import numpy as np

TASK = "posterior_weights"
FAILS = "a signal far from all keys that are on"
SAYS = "NaN or infinite"


def posterior_weights(q, k, sigma, frequency):
    scores = -((q[:, None] - k) ** 2).sum(axis=-1) / (2 * sigma**2)  # (q, k)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True)) * frequency
    return powers / powers.sum(axis=-1, keepdims=True)
