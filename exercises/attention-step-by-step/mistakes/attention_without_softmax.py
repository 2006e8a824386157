"""Scores are taken for weights."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "each query gets its mixture of values"
SAYS = "never went through softmax"


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    return scores @ v
