"""Rows beside the lost one are lost, wherever their keys are."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a hole is a distance, not a number of rows"
SAYS = "however far their keys are apart"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    guesses = []
    for i, key in enumerate(keys):
        left = np.abs(np.arange(len(keys)) - i) > hole
        guesses.append(soft_lookup(key[None], keys[left], values[left], bandwidth)[0])
    return np.array(guesses)
