"""One maximum for all queries."""

import numpy as np

TASK = "attend_padded"
FAILS = "real keys with very low scores are heard"
SAYS = "one maximum for all queries"


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    scores = np.where(real, scores, -2e6)
    powers = np.exp(scores - scores.max()) * real
    total = powers.sum(axis=-1, keepdims=True)
    values = np.where(real.swapaxes(-1, -2), v, 0)
    return powers / np.where(total > 0, total, 1) @ values
