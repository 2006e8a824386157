"""One maximum is taken for the whole batch."""

import numpy as np

TASK = "look_near"
FAILS = "large scores"
SAYS = "for the whole batch"


def look_near(scores, shares, lengths, reach):
    n = np.asarray(lengths)[:, None, None]  # (b, 1, 1)
    key = np.arange(scores.shape[-1])  # (k,)
    offset = key - shares[..., None] * n  # (b, q, k)
    is_seen = (np.abs(offset) <= reach) & (key < n)  # (b, q, k)
    powers = np.exp(np.where(is_seen, scores, -np.inf) - scores.max())
    total = powers.sum(axis=-1, keepdims=True)
    inside = powers / np.where(total == 0, 1, total)
    return inside * np.exp(-2 * (offset / reach) ** 2)
