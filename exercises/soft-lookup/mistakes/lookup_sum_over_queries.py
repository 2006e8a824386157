"""The powers are divided by sums down the columns."""

import numpy as np

TASK = "soft_lookup"
FAILS = "a key one bandwidth away counts 0.61"
SAYS = "shifted powers summed over the queries"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=0) @ values
