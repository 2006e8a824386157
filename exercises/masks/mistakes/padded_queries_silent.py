"""Queries behind the length get zeros, too."""

import numpy as np

TASK = "attend_padded"
FAILS = "each sequence hides its own filling, from all of its queries"
SAYS = "queries set to zero"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    asks = np.arange(q.shape[-2]) < np.asarray(lengths)[:, None, None]
    weights = softmax(np.where(real, scores, -1e9)) * real
    return weights @ np.where(real.swapaxes(-1, -2), v, 0) * asks.swapaxes(-1, -2)
