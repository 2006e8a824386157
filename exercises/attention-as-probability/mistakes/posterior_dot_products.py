"""Dot products instead of distances."""

import numpy as np

TASK = "posterior_weights"
FAILS = "fit times frequency, divided by the sum"
SAYS = "long keys for common"


def posterior_weights(q, k, sigma, frequency):
    scores = q @ k.T / sigma**2 + np.log(frequency)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
