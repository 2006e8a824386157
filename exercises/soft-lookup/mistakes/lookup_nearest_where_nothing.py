"""Where all powers are 0 the nearest keys answer, all of them, and they alone."""

import numpy as np

TASK = "soft_lookup"
FAILS = "keys that are equally near, or nearly, share, however narrow"
SAYS = "another is nearly as near"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    powers = np.exp(-points / (2 * bandwidth**2))
    is_nearest = points == points.min(axis=-1, keepdims=True)
    is_lost = powers.sum(axis=-1, keepdims=True) == 0
    powers = np.where(is_lost, is_nearest, powers)
    return powers / powers.sum(axis=-1, keepdims=True) @ values
