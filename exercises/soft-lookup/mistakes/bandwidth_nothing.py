"""A share of 0 gives a bandwidth of 0, which divides by zero later."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "no bandwidth lets a key count nothing or less"
SAYS = "bandwidth_for(2, 0) returned something"


def bandwidth_for(distance, share):
    if np.any(share >= 1):
        raise ValueError("share must be below 1")
    return distance / np.sqrt(-2 * np.log(share))
