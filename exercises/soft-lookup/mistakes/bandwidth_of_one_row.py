"""A number becomes an array of one."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "a key so far away counts so much"
SAYS = "one share is a number"


def bandwidth_for(distance, share):
    share = np.atleast_1d(share)
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return distance / np.sqrt(-2 * np.log(share))
