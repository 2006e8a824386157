"""The dot product counts once, and the penalty fully."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "the weights are those of distances"
SAYS = "without its factor 2"


def lift_for_distance(q, k):
    ones, squares = np.ones_like(q[..., :1]), (k**2).sum(axis=-1, keepdims=True)
    return {
        "queries": np.concatenate([q, ones], axis=-1),
        "keys": np.concatenate([k, -squares], axis=-1),
    }
