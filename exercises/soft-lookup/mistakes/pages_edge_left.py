"""A page exactly as far away as the hole is wide is still there."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a hole takes what is exactly at its edge"
SAYS = "at the edge of the hole are still there"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    guesses = []
    for key in keys:
        apart = np.abs(keys - key)[:, 0]
        left = (apart >= hole) & (apart > 0)
        guesses.append(soft_lookup(key[None], keys[left], values[left], bandwidth)[0])
    return np.array(guesses)
