"""Each guess is a table of one row."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "several values a page, and a narrow bandwidth"
SAYS = "an axis of length 1 is left over"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    guesses = []
    for key in keys:
        left = np.abs(keys - key)[:, 0] > hole
        guesses.append(soft_lookup(key[None], keys[left], values[left], bandwidth))
    return np.array(guesses)
