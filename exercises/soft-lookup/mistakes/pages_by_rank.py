"""Neighbours among the sorted keys are lost, however far away they are."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a hole is a distance, not a number of rows"
SAYS = "sorted keys next to each other"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    ranks = np.argsort(np.argsort(keys[:, 0]))
    guesses = []
    for key, rank in zip(keys, ranks, strict=True):
        left = np.abs(ranks - rank) > hole
        guesses.append(soft_lookup(key[None], keys[left], values[left], bandwidth)[0])
    return np.array(guesses)
