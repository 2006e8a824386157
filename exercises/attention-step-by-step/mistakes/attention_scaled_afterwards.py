"""The weights are divided instead of the scores."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "each query gets its mixture of values"
SAYS = "a division after the softmax"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    weights = softmax(q @ k.swapaxes(-1, -2)) / np.sqrt(q.shape[-1])
    return weights @ v
