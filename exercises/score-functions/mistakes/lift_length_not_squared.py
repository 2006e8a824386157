"""The length is subtracted, not its square."""

import numpy as np

TASK = "lift_for_distance"
FAILS = "the weights are those of distances"
SAYS = "lengths that were not squared"


def lift_for_distance(q, k):
    ones, lengths = np.ones_like(q[..., :1]), np.linalg.norm(k, axis=-1, keepdims=True)
    return {
        "queries": np.concatenate([2 * q, ones], axis=-1),
        "keys": np.concatenate([k, -lengths], axis=-1),
    }
