"""A query that is nearly sure is taken for one that is."""

import numpy as np

TASK = "quietest_baseline"
FAILS = "a query that is sure, or nearly"
SAYS = "only nearly sure"


def quietest_baseline(weights, costs):
    from_mean = np.eye(weights.shape[-1]) - weights[:, None, :]  # (q, draw, k)
    counts = weights * (from_mean**2).sum(axis=-1)  # (q, draw)
    is_sure = weights.max(axis=-1, keepdims=True) > 0.95  # (q, 1)
    counts = np.where(is_sure, weights, counts)
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)
