"""Every page is there, and answers for itself."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "no page answers for itself"
SAYS = "each looks itself up, too"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    return soft_lookup(keys, keys, values, bandwidth)
