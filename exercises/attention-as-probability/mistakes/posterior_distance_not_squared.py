"""The length of the difference, without the square."""

import numpy as np

TASK = "posterior_weights"
FAILS = "fit times frequency, divided by the sum"
SAYS = "were not squared"


def posterior_weights(q, k, sigma, frequency):
    squared = np.linalg.norm(q[:, None] - k, axis=-1)  # (q, k)
    scores = -squared / (2 * sigma**2) + np.log(frequency)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
