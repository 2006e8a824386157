"""0 where a query is sure."""

import numpy as np

TASK = "quietest_baseline"
FAILS = "a query that is sure, or nearly"
SAYS = "no baseline for who is sure"


def quietest_baseline(weights, costs):
    from_mean = np.eye(weights.shape[-1]) - weights[:, None, :]  # (q, draw, k)
    counts = weights * (from_mean**2).sum(axis=-1)  # (q, draw)
    total = np.maximum(counts.sum(axis=-1), 1e-300)
    return (counts * costs).sum(axis=-1) / total
