"""Two of the three are left."""

import numpy as np

TASK = "causal_self_attention"
FAILS = "each word gets its mixture of itself and those before"
SAYS = "2 of somebody's mistakes"


def causal_self_attention(x, w_q, w_k, w_v):
    q, k, v = x @ w_q, x @ w_k, x @ w_v
    s = q @ k.T / np.sqrt(w_k.shape[1])
    s = np.where(np.triu(np.ones(s.shape)) == 1, s, -np.inf)
    e = np.exp(s - s.max())
    return e / e.sum(axis=0) @ v
