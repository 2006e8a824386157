"""The mean of the squares is the squared length of one feature only."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "one feature more, however many there are"
SAYS = "the mean of the squares"


def lift_for_distance(q, k):
    ones, squares = np.ones_like(q[..., :1]), (k**2).mean(axis=-1, keepdims=True)
    return {
        "queries": np.concatenate([2 * q, ones], axis=-1),
        "keys": np.concatenate([k, -squares], axis=-1),
    }
