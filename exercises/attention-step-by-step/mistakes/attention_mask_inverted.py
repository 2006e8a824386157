"""True = hidden, as in some other libraries."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "hidden keys get nothing, and the others share all"
SAYS = "a mask in which True hides"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    return softmax(scores) @ v
