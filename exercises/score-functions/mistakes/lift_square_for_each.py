"""The chapter's code, which adds as many numbers as there are."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "one feature more, however many there are"
SAYS = "a square for each feature"


def lift_for_distance(q, k):
    return {
        "queries": np.concatenate([2 * q, np.ones_like(q)], axis=-1),
        "keys": np.concatenate([k, -(k**2)], axis=-1),
    }
