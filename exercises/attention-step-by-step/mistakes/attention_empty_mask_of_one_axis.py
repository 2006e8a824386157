"""One row for all, without a True in it, is forgotten."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "a query that may see nothing gets zeros"
SAYS = "np.array([False, False, False, False, False, False, False])) contains"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is None:
        return softmax(scores) @ v
    weights = softmax(np.where(mask, scores, -np.inf))
    if mask.ndim > 1:
        weights = np.where(mask.any(axis=-1, keepdims=True), weights, 0)
    return weights @ v
