"""A softmax without the largest score taken off."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "scores of a thousand, seen or hidden, do no harm"
SAYS = "contains 1 NaN or infinite value"


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    powers = np.exp(scores if mask is None else np.where(mask, scores, -np.inf))
    total = powers.sum(axis=-1, keepdims=True)
    return np.where(total == 0, 0, powers / total) @ v
