"""In a batch, .T turns round all axes."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "the axes before the last two are carried along"
SAYS = "k.T, which in a batch turns round all axes"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.T / np.sqrt(q.shape[-1])
    if mask is None:
        return softmax(scores) @ v
    sees = mask.any(axis=-1, keepdims=True)
    scores = np.where(sees, np.where(mask, scores, -np.inf), 0)
    return np.where(sees, softmax(scores), 0) @ v
