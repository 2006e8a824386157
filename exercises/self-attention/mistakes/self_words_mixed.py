"""The weights mix the words as they came."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "each word gets its mixture of itself and those before"
SAYS = "the words themselves"


def causal_self_attention(x, w_q, w_k, w_v):
    queries, keys = x @ w_q, x @ w_k  # (..., n, d_k)
    scores = queries @ keys.swapaxes(-1, -2) / np.sqrt(w_k.shape[-1])
    past = np.tri(x.shape[-2], dtype=bool)  # (n, n), True = may attend
    scores = np.where(past, scores, -np.inf)  # (..., n, n)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ x  # (..., n, d_v)
