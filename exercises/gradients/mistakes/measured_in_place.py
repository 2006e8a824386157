"""The caller's keys are nudged, and nudged back almost."""

import numpy as np

TASK = "measured_key_slopes"
FAILS = "queries, keys and values are left as they were"
SAYS = "changed its second argument"


def attention(q, k, v):
    powers = np.exp(q @ k.T / np.sqrt(k.shape[1]))
    return powers / powers.sum(axis=-1, keepdims=True) @ v


def measured_key_slopes(q, k, v, grad_context):
    slopes = np.zeros(k.shape)
    for place in np.ndindex(k.shape):
        k[place] += 1e-5
        up = (attention(q, k, v) * grad_context).sum()
        k[place] -= 2e-5
        down = (attention(q, k, v) * grad_context).sum()
        k[place] += 1e-5
        slopes[place] = (up - down) / 2e-5
    return slopes
