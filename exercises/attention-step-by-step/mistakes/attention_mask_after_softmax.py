"""Weights are set to 0 afterwards: what is left does not sum to 1."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "hidden keys get nothing, and the others share all"
SAYS = "weights hidden after the softmax"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    weights = softmax(scores)
    if mask is not None:
        weights = weights * mask
    return weights @ v
