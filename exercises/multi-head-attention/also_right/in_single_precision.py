"""In single precision, as on most machines for training."""

import numpy as np


def multi_head_attention(x, w_q, w_k, w_v, w_o, n_heads, mask=None):
    x, w_q, w_k, w_v, w_o = (np.float32(a) for a in (x, w_q, w_k, w_v, w_o))
    heads = []
    for columns in np.split(np.arange(x.shape[-1]), n_heads):
        q, k, v = x @ w_q[:, columns], x @ w_k[:, columns], x @ w_v[:, columns]
        scores = q @ np.swapaxes(k, 1, 2) / np.float32(np.sqrt(len(columns)))
        if mask is not None:
            scores[~mask] = -1e9
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        heads.append(powers / powers.sum(axis=-1, keepdims=True) @ v)
    return np.concatenate(heads, axis=-1) @ w_o
