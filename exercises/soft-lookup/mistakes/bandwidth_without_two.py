"""The 2 of 2 h² gets lost on the way."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "a key so far away counts so much"
SAYS = "the 2 of 2 h² is missing"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return distance / np.sqrt(-np.log(share))
