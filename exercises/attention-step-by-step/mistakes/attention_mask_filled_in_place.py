"""Empty rows are filled up in the caller's mask."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "queries, keys, values and mask are left as they were"
SAYS = "changed its fourth argument"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is None:
        return softmax(scores) @ v
    sees = mask.any(axis=-1, keepdims=True)
    mask |= ~sees
    return np.where(sees, softmax(np.where(mask, scores, -np.inf)), 0) @ v
