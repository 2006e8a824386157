"""Attention row by row, masks from loops, shapes as lists."""

import numpy as np


def predict_the_shapes(b, h, q, k, d_k, d_v):
    scores = np.ones((b, h, q, d_k)) @ np.ones((b, h, d_k, k))
    context = scores @ np.ones((b, h, k, d_v))
    return {
        "keys_turned": [b, h, d_k, k],
        "scores": list(scores.shape),
        "context": context.shape,
        "padding_mask": (b, 1, 1, k),
        "multiplications": float(scores.size * d_k + context.size * k),
    }


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = np.einsum("...qd,...kd->...qk", q, k) * q.shape[-1] ** -0.5
    mask = np.broadcast_to(True if mask is None else mask, scores.shape)
    highest = scores.max(axis=-1, where=mask, initial=-1e300, keepdims=True)
    powers = np.exp(np.minimum(scores - highest, 0)) * mask
    total = powers.sum(axis=-1, keepdims=True)
    weights = np.divide(powers, total, out=np.zeros_like(powers), where=total > 0)
    return np.einsum("...qk,...kd->...qd", weights, v)


def causal_mask(n_queries, n_keys):
    mask = np.zeros((n_queries, n_keys), dtype=bool)
    for i in range(n_queries):
        for j in range(n_keys):
            mask[i, j] = n_keys - j >= n_queries - i
    return mask


def padding_mask(lengths, n_keys):
    rows = [[key < length for key in range(n_keys)] for length in lengths]
    return np.array(rows).reshape(len(lengths), 1, n_keys)
