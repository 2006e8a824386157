"""A query that may see nothing is allowed to see everything."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "a query that may see nothing gets zeros"
SAYS = "no mask at all for the query that may see nothing"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        mask = mask | ~mask.any(axis=-1, keepdims=True)
        scores = np.where(mask, scores, -np.inf)
    return softmax(scores) @ v
