"""Hidden keys get the lowest score of all, which is a score."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "the future cannot be felt"
SAYS = "the future leaks"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, scores.min())
    return softmax(scores) @ v
