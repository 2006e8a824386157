"""The queries compete for each key: the columns sum to 1."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "each query gets its mixture of values"
SAYS = "softmax over the queries, axis 0"


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    powers = np.exp(scores - scores.max())
    return powers / powers.sum(axis=0) @ v
