"""The query carries its own square, which is the same for all keys."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "the weights are those of distances"
SAYS = "twice the dot product: the new feature does nothing"


def lift_for_distance(q, k):
    ones, squares = np.ones_like(k[..., :1]), (q**2).sum(axis=-1, keepdims=True)
    return {
        "queries": np.concatenate([2 * q, -squares], axis=-1),
        "keys": np.concatenate([k, ones], axis=-1),
    }
