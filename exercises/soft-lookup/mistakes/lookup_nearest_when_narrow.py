"""A special case for narrow bandwidths takes the first of the nearest."""

import numpy as np

TASK = "soft_lookup"
FAILS = "keys that are equally near, or nearly, share, however narrow"
SAYS = "the first of two keys"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


full_lookup = soft_lookup


def soft_lookup(queries, keys, values, bandwidth):
    if bandwidth < 0.1:
        points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
        return values[points.argmin(axis=-1)]
    return full_lookup(queries, keys, values, bandwidth)
