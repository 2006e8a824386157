"""The pages that are left are so far away that all powers are 0."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "several values a page, and a narrow bandwidth"
SAYS = "NaN or infinite"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    points = (keys - keys.T) ** 2
    powers = np.exp(-points / (2 * bandwidth**2)) * (points > hole**2)
    return powers @ values / powers.sum(axis=1, keepdims=True)
