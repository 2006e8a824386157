"""The most probable key gets all."""

import numpy as np

TASK = "posterior_weights"
FAILS = "fit times frequency, divided by the sum"
SAYS = "all weight for"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    scores = np.log(frequency) - squared / (2 * sigma**2)  # (q, k)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return (powers == 1).astype(float)
