"""Indexing by a mask works only if it has the shape of the scores."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "one mask serves every query and every sequence"
SAYS = "(line: scores[~mask] = -np.inf)"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores[~mask] = -np.inf
    return np.nan_to_num(softmax(scores)) @ v
