"""The queries are scaled where they lie, in the caller's array."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "queries, keys, values and mask are left as they were"
SAYS = "changed its first argument"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    q /= np.sqrt(q.shape[-1])
    scores = q @ k.swapaxes(-1, -2)
    if mask is None:
        return softmax(scores) @ v
    sees = mask.any(axis=-1, keepdims=True)
    scores = np.where(sees, np.where(mask, scores, -np.inf), 0)
    return np.where(sees, softmax(scores), 0) @ v
