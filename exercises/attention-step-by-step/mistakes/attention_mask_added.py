"""True adds 1 to a score, and False nothing."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "hidden keys get nothing, and the others share all"
SAYS = "the mask added to the scores"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores + mask
    return softmax(scores) @ v
