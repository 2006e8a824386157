"""Only the drawn key's own entry."""

import numpy as np

TASK = "quietest_baseline"
FAILS = "many keys"
SAYS = "have a length as well"


def quietest_baseline(weights, costs):
    counts = weights * (1 - weights) ** 2  # (q, draw)
    is_sure = weights.max(axis=-1, keepdims=True) == 1  # (q, 1)
    counts = np.where(is_sure, weights, counts)
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)
