"""What is left is averaged, near or far."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "no page answers for itself"
SAYS = "the plain mean of the other pages"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    left = np.abs(keys - keys.T) > hole
    return left @ values / left.sum(axis=1, keepdims=True)
