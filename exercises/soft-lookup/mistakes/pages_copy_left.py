"""np.delete takes out one row, and leaves its copy."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a copy of a page is lost with it"
SAYS = "gave the answer away"


def soft_lookup(queries, keys, values, bandwidth):
    points = ((queries[:, None] - keys) ** 2).sum(axis=-1)
    scores = -points / (2 * bandwidth**2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def guess_lost_pages(keys, values, bandwidth, hole=0):
    guesses = []
    for i, key in enumerate(keys):
        lost = np.flatnonzero(np.abs(keys - key)[:, 0] <= hole) if hole else i
        k, v = np.delete(keys, lost, axis=0), np.delete(values, lost, axis=0)
        guesses.append(soft_lookup(key[None], k, v, bandwidth)[0])
    return np.array(guesses)
