"""Lengths, not their squares."""

import numpy as np

TASK = "quietest_baseline"
FAILS = "many keys"
SAYS = "not squared"


def quietest_baseline(weights, costs):
    from_mean = np.eye(weights.shape[-1]) - weights[:, None, :]  # (q, draw, k)
    counts = weights * np.sqrt((from_mean**2).sum(axis=-1))  # (q, draw)
    is_sure = weights.max(axis=-1, keepdims=True) == 1  # (q, 1)
    counts = np.where(is_sure, weights, counts)
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)
