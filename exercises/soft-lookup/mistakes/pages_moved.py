"""Each key becomes the origin in its turn, in the caller's own array."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "the caller's arrays stay as they were"
SAYS = "changed its first argument"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    guesses = []
    for i in range(len(keys)):
        keys -= keys[i].copy()
        points = keys[:, 0] ** 2
        left = points > hole**2
        powers = np.exp((points[left].min() - points[left]) / (2 * bandwidth**2))
        guesses.append(powers @ values[left] / powers.sum())
    return np.array(guesses)
