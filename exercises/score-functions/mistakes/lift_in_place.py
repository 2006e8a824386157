"""The caller's queries are doubled."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "queries and keys are left as they were"
SAYS = "changed its first argument"


def lift_for_distance(q, k):
    q *= 2
    ones, squares = np.ones_like(q[..., :1]), (k**2).sum(axis=-1, keepdims=True)
    return {
        "queries": np.concatenate([q, ones], axis=-1),
        "keys": np.concatenate([k, -squares], axis=-1),
    }
