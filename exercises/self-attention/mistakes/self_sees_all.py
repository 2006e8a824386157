"""The mask was thrown out with its mistake."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "the past is felt, and the future is not"
SAYS = "the future leaks"


def causal_self_attention(x, w_q, w_k, w_v):
    queries, keys, values = x @ w_q, x @ w_k, x @ w_v  # (..., n, d_k or d_v)
    scores = queries @ keys.swapaxes(-1, -2) / np.sqrt(w_k.shape[-1])
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ values  # (..., n, d_v)
