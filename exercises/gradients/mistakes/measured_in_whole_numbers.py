"""A copy of whole numbers stays whole."""

import numpy as np

TASK = "measured_key_slopes"
FAILS = "keys of whole numbers"
SAYS = "rounded away"


def attention(q, k, v):
    powers = np.exp(q @ k.T / np.sqrt(k.shape[1]))
    return powers / powers.sum(axis=-1, keepdims=True) @ v


def measured_key_slopes(q, k, v, grad_context):
    slopes = np.zeros(k.shape)
    for place in np.ndindex(k.shape):
        up, down = k.copy(), k.copy()
        up[place] += 1e-5 if k.dtype == float else 0
        down[place] -= 1e-5 if k.dtype == float else 0
        rise = attention(q, up, v) - attention(q, down, v)
        slopes[place] = (rise * grad_context).sum() / 2e-5
    return slopes
