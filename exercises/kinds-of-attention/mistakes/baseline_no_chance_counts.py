"""Counts that never become 0."""

import numpy as np

TASK = "quietest_baseline"
FAILS = "a key that has no chance"
SAYS = "is off by up to"


def quietest_baseline(weights, costs):
    from_mean = np.eye(weights.shape[-1]) - weights[:, None, :]  # (q, draw, k)
    counts = weights * (from_mean**2).sum(axis=-1)  # (q, draw)
    is_sure = weights.max(axis=-1, keepdims=True) == 1  # (q, 1)
    counts = np.where(is_sure, weights, counts)
    counts = counts + 1e-3
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)
