"""The 2 goes to the other side without changing from times to divided by."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "a key so far away counts so much"
SAYS = "on the wrong side of the logarithm"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return distance / np.sqrt(-np.log(share) / 2)
