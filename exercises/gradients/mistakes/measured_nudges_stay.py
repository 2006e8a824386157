"""One array of steps, which is never emptied."""

import numpy as np

TASK = "measured_key_slopes"
FAILS = "each number of a key has its slope"
SAYS = "steps that stay"


def attention(q, k, v):
    powers = np.exp(q @ k.T / np.sqrt(k.shape[1]))
    return powers / powers.sum(axis=-1, keepdims=True) @ v


def measured_key_slopes(q, k, v, grad_context):
    slopes, nudge = np.zeros(k.shape), np.zeros(k.shape)
    for place in np.ndindex(k.shape):
        nudge[place] = 1e-5
        rise = attention(q, k + nudge, v) - attention(q, k - nudge, v)
        slopes[place] = (rise * grad_context).sum() / 2e-5
    return slopes
