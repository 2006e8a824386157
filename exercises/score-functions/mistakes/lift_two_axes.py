"""hstack puts tables side by side, and stacks of tables below each other."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "the axes before the last two are carried along"
SAYS = "raised ValueError"


def lift_for_distance(q, k):
    ones, squares = np.ones_like(q[..., :1]), (k**2).sum(axis=-1, keepdims=True)
    return {
        "queries": np.hstack([2 * q, ones]),
        "keys": np.hstack([k, -squares]),
    }
