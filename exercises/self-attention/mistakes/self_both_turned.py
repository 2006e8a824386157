"""Neither the maxima nor the sums of rows keep their axis."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "each word gets its mixture of itself and those before"
SAYS = "from column i; and the sum of row i dividing"


def causal_self_attention(x, w_q, w_k, w_v):
    queries, keys, values = x @ w_q, x @ w_k, x @ w_v  # (..., n, d_k or d_v)
    scores = queries @ keys.swapaxes(-1, -2) / np.sqrt(w_k.shape[-1])
    past = np.tri(x.shape[-2], dtype=bool)  # (n, n), True = may attend
    scores = np.where(past, scores, -np.inf)  # (..., n, n)
    powers = np.exp(scores - scores.max(axis=-1))
    weights = powers / powers.sum(axis=-1)
    return weights @ values  # (..., n, d_v)
