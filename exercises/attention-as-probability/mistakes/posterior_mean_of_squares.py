"""A mean over the numbers of a signal."""

import numpy as np

TASK = "posterior_weights"
FAILS = "fit times frequency, divided by the sum"
SAYS = "the mean of the squares"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).mean(axis=-1)  # (q, k)
    scores = np.log(frequency) - squared / (2 * sigma**2)  # (q, k)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
