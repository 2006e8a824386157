"""The score of a Transformer, out of habit."""

import numpy as np

TASK = "soft_lookup"
FAILS = "a key one bandwidth away counts 0.61"
SAYS = "dot products in place of distances"


def soft_lookup(queries, keys, values, bandwidth):
    scores = queries @ keys.T / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values
