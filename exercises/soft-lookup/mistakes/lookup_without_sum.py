"""What the keys count is not divided by its sum."""

import numpy as np

TASK = "soft_lookup"
FAILS = "a key one bandwidth away counts 0.61"
SAYS = "not divided by what all keys count"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    return np.exp(-points / (2 * bandwidth**2)) @ values
