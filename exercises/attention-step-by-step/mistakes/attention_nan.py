"""A softmax over -inf alone is 0 / 0."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "a query that may see nothing gets zeros"
SAYS = "contains 13 NaN or infinite values"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    return softmax(scores) @ v
