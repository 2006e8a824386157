"""The maximum of a row may be a score that is hidden."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "large scores stay finite, in every row"
SAYS = "NaN or infinite"


def causal_self_attention(x, w_q, w_k, w_v):
    queries, keys, values = x @ w_q, x @ w_k, x @ w_v  # (..., n, d_k or d_v)
    scores = queries @ keys.swapaxes(-1, -2) / np.sqrt(w_k.shape[-1])
    past = np.tri(x.shape[-2], dtype=bool)  # (n, n), True = may attend
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True)) * past
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ values  # (..., n, d_v)
