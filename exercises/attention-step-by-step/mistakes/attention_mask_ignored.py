"""The argument is there, and nobody looks at it."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "hidden keys get nothing, and the others share all"
SAYS = "no mask at all"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    return softmax(scores) @ v
