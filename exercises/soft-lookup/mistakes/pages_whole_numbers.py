"""Keys are taken for whole numbers, and those within the hole are listed."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a hole is a distance, not a number of rows"
SAYS = "1, 0.25) is off by up to"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    guesses = []
    for key in keys:
        lost = np.isin(keys[:, 0], key + np.arange(-int(hole), int(hole) + 1))
        points = ((keys - key) ** 2)[~lost, 0]
        powers = np.exp((points.min() - points) / (2 * bandwidth**2))
        guesses.append(powers @ values[~lost] / powers.sum())
    return np.array(guesses)
