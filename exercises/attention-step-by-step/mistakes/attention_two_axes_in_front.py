"""Letters for two axes in front, and none for more."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "the axes before the last two are carried along"
SAYS = "raised KeyError"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


LETTERS = {2: "qd,kd->qk", 3: "bqd,bkd->bqk", 4: "bhqd,bhkd->bhqk"}


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = np.einsum(LETTERS[q.ndim], q, k) / np.sqrt(q.shape[-1])
    mask = np.broadcast_to(True if mask is None else mask, scores.shape)
    return softmax(np.where(mask, scores, -1e9)) * mask @ v
