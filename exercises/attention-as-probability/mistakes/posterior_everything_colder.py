"""The logarithm of the frequency is divided by sigma squared, too."""

import numpy as np

TASK = "posterior_weights"
FAILS = "thick fog and thin fog"
SAYS = "frequencies that the fog makes"


def posterior_weights(q, k, sigma, frequency):
    squared = ((q[:, None] - k) ** 2).sum(axis=-1)  # (q, k)
    scores = (np.log(frequency) - squared / 2) / sigma**2
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
