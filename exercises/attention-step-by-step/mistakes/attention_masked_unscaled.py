"""Where a mask is given, the division is forgotten."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "hidden keys get nothing, and the others share all"
SAYS = "where a mask is given"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2)
    if mask is None:
        return softmax(scores / np.sqrt(q.shape[-1])) @ v
    return softmax(np.where(mask, scores, -1e9)) * mask @ v
