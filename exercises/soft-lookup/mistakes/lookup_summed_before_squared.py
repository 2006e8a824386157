"""Differences of opposite sign cancel."""

import numpy as np

TASK = "soft_lookup"
FAILS = "keys of several features"
SAYS = "signs and all, before they were squared"


def soft_lookup(queries, keys, values, bandwidth):
    points = (queries[:, None] - keys).sum(axis=-1) ** 2
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values
