"""A weight is compared with 1 by np.isclose."""

import numpy as np

TASK = "quietest_baseline"
FAILS = "a query that is sure, or nearly"
SAYS = "the cost of the likeliest key for who is only"


def quietest_baseline(weights, costs):
    from_mean = np.eye(weights.shape[-1]) - weights[:, None, :]  # (q, draw, k)
    counts = weights * (from_mean**2).sum(axis=-1)  # (q, draw)
    is_sure = np.isclose(weights.max(axis=-1, keepdims=True), 1)  # (q, 1)
    counts = np.where(is_sure, weights, counts)
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)
