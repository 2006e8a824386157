"""Attention in float32, with a large negative number and zeros after it."""

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    q, k, v = (np.asarray(x, dtype=np.float32) for x in (q, k, v))
    scores = np.matmul(q, np.swapaxes(k, -1, -2)) / np.float32(np.sqrt(q.shape[-1]))
    mask = np.bool_(True) if mask is None else mask
    scores = np.where(mask, scores, np.float32(-1e9))
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) * mask @ v


def causal_mask(n_queries, n_keys):
    return np.tri(n_queries, n_keys, n_keys - n_queries).astype(bool).tolist()


def padding_mask(lengths, n_keys):
    return [[[True] * n + [False] * (n_keys - n)] for n in map(int, lengths)]
