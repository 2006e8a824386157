"""The distance is not squared."""

import numpy as np

TASK = "soft_lookup"
FAILS = "a key one bandwidth away counts 0.61"
SAYS = "distances that were not squared"


def soft_lookup(queries, keys, values, bandwidth):
    apart = np.sqrt(((queries[:, None] - keys) ** 2).sum(axis=-1))
    scores = -apart / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values
