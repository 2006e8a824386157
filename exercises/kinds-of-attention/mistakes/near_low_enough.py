"""A number that is not low enough for large scores."""

import numpy as np

TASK = "look_near"
FAILS = "large scores"
SAYS = "nothing is left"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def look_near(scores, shares, lengths, reach):
    n = np.asarray(lengths)[:, None, None]  # (b, 1, 1)
    key = np.arange(scores.shape[-1])  # (k,)
    offset = key - shares[..., None] * n  # (b, q, k)
    is_seen = (np.abs(offset) <= reach) & (key < n)  # (b, q, k)
    inside = softmax(np.where(is_seen, scores, -5000)) * is_seen
    return inside * np.exp(-2 * (offset / reach) ** 2)
