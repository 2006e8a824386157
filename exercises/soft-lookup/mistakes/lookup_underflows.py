"""Far away every power is 0, and 0 / 0 is not a number."""

import numpy as np

TASK = "soft_lookup"
FAILS = "far away the nearest key answers"
SAYS = "contains 2 NaN or infinite values"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    powers = np.exp(-points / (2 * bandwidth**2))
    return powers / powers.sum(axis=-1, keepdims=True) @ values
