"""Hidden scores are -100, and some that are seen are lower."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "large scores stay finite, in every row"
SAYS = "for lack of a score that is lower"


def causal_self_attention(x, w_q, w_k, w_v):
    queries, keys, values = x @ w_q, x @ w_k, x @ w_v  # (..., n, d_k or d_v)
    scores = queries @ keys.swapaxes(-1, -2) / np.sqrt(w_k.shape[-1])
    past = np.tri(x.shape[-2], dtype=bool)  # (n, n), True = may attend
    scores = np.where(past, scores, -100)  # (..., n, n)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ values  # (..., n, d_v)
