"""A score of -100 is low only beside scores that are higher."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "scores of a thousand, seen or hidden, do no harm"
SAYS = "the hidden score is not far enough below the others"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is None:
        return softmax(scores) @ v
    return softmax(np.where(mask, scores, -100)) * mask @ v
