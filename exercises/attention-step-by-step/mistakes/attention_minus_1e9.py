"""One large negative number for all: hidden keys share among themselves."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "a query that may see nothing gets zeros"
SAYS = "a large negative number instead of -inf"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -1e9)
    return softmax(scores) @ v
