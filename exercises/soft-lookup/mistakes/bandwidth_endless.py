"""A share of 1 gives an endless bandwidth, and more than 1 gives NaN."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "no bandwidth lets a key count all or more"
SAYS = "bandwidth_for(2, 1) returned something"


def bandwidth_for(distance, share):
    if np.any(share <= 0):
        raise ValueError("share must be above 0")
    return distance / np.sqrt(-2 * np.log(share))
