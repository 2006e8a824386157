"""A mask with a single column is not for the keys, and passed over."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "a query that may see nothing gets zeros"
SAYS = "np.array([[True], [True]"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is None or mask.shape[-1] != k.shape[-2]:
        return softmax(scores) @ v
    return softmax(np.where(mask, scores, -1e9)) * mask @ v
