"""The table is sorted first, and the guesses stay in that order."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a hole is a distance, not a number of rows"
SAYS = "guesses in the order of sorted keys"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    order = np.argsort(keys[:, 0])
    keys, values = keys[order], values[order]
    guesses = []
    for key in keys:
        left = np.abs(keys - key)[:, 0] > hole
        guesses.append(soft_lookup(key[None], keys[left], values[left], bandwidth)[0])
    return np.array(guesses)
