"""A small number in the division makes nothing out of not-a-number."""

import numpy as np

TASK = "soft_lookup"
FAILS = "far away the nearest key answers"
SAYS = "hide 0 / 0?"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    powers = np.exp(-points / (2 * bandwidth**2))
    return powers / (powers.sum(axis=-1, keepdims=True) + 1e-12) @ values
