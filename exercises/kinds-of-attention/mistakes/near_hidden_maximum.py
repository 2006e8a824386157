"""The maximum of a row is taken over hidden keys too."""

import numpy as np

TASK = "look_near"
FAILS = "large scores"
SAYS = "hidden keys have a part in"


def look_near(scores, shares, lengths, reach):
    n = np.asarray(lengths)[:, None, None]  # (b, 1, 1)
    key = np.arange(scores.shape[-1])  # (k,)
    offset = key - shares[..., None] * n  # (b, q, k)
    is_seen = (np.abs(offset) <= reach) & (key < n)  # (b, q, k)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True)) * is_seen
    total = powers.sum(axis=-1, keepdims=True)
    inside = powers / np.where(total == 0, 1, total)
    return inside * np.exp(-2 * (offset / reach) ** 2)
