"""A score of exactly 0 is taken for one of those that np.tril hid."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "each word gets its mixture of itself and those before"
SAYS = "a score of exactly 0"


def causal_self_attention(x, w_q, w_k, w_v):
    queries, keys, values = x @ w_q, x @ w_k, x @ w_v  # (..., n, d_k or d_v)
    scores = queries @ keys.swapaxes(-1, -2) / np.sqrt(w_k.shape[-1])
    scores = np.tril(scores)  # (..., n, n)
    scores[scores == 0] = -np.inf
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ values  # (..., n, d_v)
