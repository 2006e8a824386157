"""A least bandwidth keeps away the division by zero, and changes the answers."""

import numpy as np

TASK = "soft_lookup"
FAILS = "any unit will do, and any origin: a millionth, a million, a million away"
SAYS = "is off by up to"


def soft_lookup(queries, keys, values, bandwidth):
    bandwidth = max(bandwidth, 1e-3)
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values
