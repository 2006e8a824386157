"""len(k) counts the keys, not their features."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "each query gets its mixture of values"
SAYS = "square root of the number of keys"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(len(k))
    if mask is None:
        return softmax(scores) @ v
    sees = mask.any(axis=-1, keepdims=True)
    scores = np.where(sees, np.where(mask, scores, -np.inf), 0)
    return np.where(sees, softmax(scores), 0) @ v
