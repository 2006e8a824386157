"""A case for tables, and one for a single axis in front."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "the axes before the last two are carried along"
SAYS = "array (2, 3, 5, 3)"


def lift_for_distance(q, k):
    last = 1 if q.ndim == 2 else 2
    squares = (k**2).sum(axis=last, keepdims=True)
    ones = np.ones_like(q.sum(axis=last, keepdims=True))
    return {
        "queries": np.concatenate([2 * q, ones], axis=last),
        "keys": np.concatenate([k, -squares], axis=last),
    }
