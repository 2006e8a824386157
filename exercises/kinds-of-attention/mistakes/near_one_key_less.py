"""The share is of the last place, not of the length."""

import numpy as np

TASK = "look_near"
FAILS = "a window and a bell"
SAYS = "one key less"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_near(scores, shares, lengths, reach):
    n = np.asarray(lengths)[:, None, None]  # (b, 1, 1)
    key = np.arange(scores.shape[-1])  # (k,)
    offset = key - shares[..., None] * (n - 1)  # (b, q, k)
    is_seen = (np.abs(offset) <= reach) & (key < n)  # (b, q, k)
    inside = softmax(np.where(is_seen, scores, -1e9)) * is_seen
    return inside * np.exp(-2 * (offset / reach) ** 2)
