"""Axis 1 is that of the keys, until there is a batch."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "the axes before the last two are carried along"
SAYS = "softmax over axis 1, which is the heads here"


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ v
