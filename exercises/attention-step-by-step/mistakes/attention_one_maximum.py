"""One maximum for all queries."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "scores of a thousand, seen or hidden, do no harm"
SAYS = "one maximum for all queries"


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    mask = np.broadcast_to(True if mask is None else mask, scores.shape)
    scores = np.where(mask, scores, -1e5)
    powers = np.exp(scores - scores.max()) * mask
    total = powers.sum(axis=-1, keepdims=True)
    return powers / np.where(total > 0, total, 1) @ v
