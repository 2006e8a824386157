"""The features of the values are counted, not those of the keys."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "each query gets its mixture of values"
SAYS = "division by the square root of d_v"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(v.shape[-1])
    if mask is None:
        return softmax(scores) @ v
    sees = mask.any(axis=-1, keepdims=True)
    scores = np.where(sees, np.where(mask, scores, -np.inf), 0)
    return np.where(sees, softmax(scores), 0) @ v
