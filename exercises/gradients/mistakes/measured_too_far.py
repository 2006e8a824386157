"""A step so large that the curve shows."""

import numpy as np

TASK = "measured_key_slopes"
FAILS = "right to within 1e-8"
SAYS = "is off by up to"


def attention(q, k, v):
    powers = np.exp(q @ k.T / np.sqrt(k.shape[1]))
    return powers / powers.sum(axis=-1, keepdims=True) @ v


def measured_key_slopes(q, k, v, grad_context):
    step = 3e-3
    slopes = np.zeros(k.shape)
    for place in np.ndindex(k.shape):
        nudge = np.zeros(k.shape)
        nudge[place] = step
        rise = attention(q, k + nudge, v) - attention(q, k - nudge, v)
        slopes[place] = (rise * grad_context).sum() / (2 * step)
    return slopes
