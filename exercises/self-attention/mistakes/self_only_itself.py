"""The triangle was cut down to its diagonal."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "the past is felt, and the future is not"
SAYS = "changing word 0 did not change what word 1 gets"


def causal_self_attention(x, w_q, w_k, w_v):
    queries, keys, values = x @ w_q, x @ w_k, x @ w_v  # (..., n, d_k or d_v)
    scores = queries @ keys.swapaxes(-1, -2) / np.sqrt(w_k.shape[-1])
    past = np.eye(x.shape[-2], dtype=bool)  # (n, n), True = may attend
    scores = np.where(past, scores, -np.inf)  # (..., n, n)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ values  # (..., n, d_v)
