"""The squares are multiplied out, and leave no digits far from the origin."""

import numpy as np

TASK = "soft_lookup"
FAILS = "any unit will do, and any origin: a millionth, a million, a million away"
SAYS = "0.0013) is off by up to"


def soft_lookup(queries, keys, values, bandwidth):
    lengths = (queries**2).sum(axis=-1)[:, None] + (keys**2).sum(axis=-1)
    scores = (2 * queries @ keys.T - lengths) / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values
