"""All numbers of a key move at once."""

import numpy as np

TASK = "measured_key_slopes"
FAILS = "each number of a key has its slope"
SAYS = "a whole key that moved"


def attention(q, k, v):
    powers = np.exp(q @ k.T / np.sqrt(k.shape[1]))
    return powers / powers.sum(axis=-1, keepdims=True) @ v


def measured_key_slopes(q, k, v, grad_context):
    slopes = np.zeros(k.shape)
    for i in range(len(k)):
        nudge = np.zeros(k.shape)
        nudge[i] = 1e-5
        rise = attention(q, k + nudge, v) - attention(q, k - nudge, v)
        slopes[i] = (rise * grad_context).sum() / 2e-5
    return slopes
