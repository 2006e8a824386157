"""The hole is taken for the whole width, half on each side."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a hole takes what is exactly at its edge"
SAYS = "half of it each way"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    guesses = []
    for key in keys:
        left = np.abs(keys - key)[:, 0] > hole / 2
        guesses.append(soft_lookup(key[None], keys[left], values[left], bandwidth)[0])
    return np.array(guesses)
