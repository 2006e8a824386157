"""The powers of all queries are divided by one sum."""

import numpy as np

TASK = "soft_lookup"
FAILS = "a key one bandwidth away counts 0.61"
SAYS = "one sum for all shifted powers"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum() @ values
