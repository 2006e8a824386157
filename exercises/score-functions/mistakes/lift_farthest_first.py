"""The squared distance is multiplied out, and its minus is forgotten."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "the weights are those of distances"
SAYS = "the farthest key leads"


def lift_for_distance(q, k):
    ones, squares = np.ones_like(q[..., :1]), (k**2).sum(axis=-1, keepdims=True)
    return {
        "queries": np.concatenate([-2 * q, ones], axis=-1),
        "keys": np.concatenate([k, squares], axis=-1),
    }
