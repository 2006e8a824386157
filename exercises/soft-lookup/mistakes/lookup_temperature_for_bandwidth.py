"""The bandwidth is put where the temperature belongs."""

import numpy as np

TASK = "soft_lookup"
FAILS = "a key one bandwidth away counts 0.61"
SAYS = "h taken for the temperature"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / bandwidth
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values
