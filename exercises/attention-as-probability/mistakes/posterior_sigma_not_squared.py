"""Noise of size sigma, and not its square."""

import numpy as np

TASK = "posterior_weights"
FAILS = "thick fog and thin fog"
SAYS = "sigma was not squared"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    scores = -squared / (2 * sigma) + np.log(frequency)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
