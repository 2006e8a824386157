"""The root is drawn of the distance only."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "a key so far away counts so much"
SAYS = "the root of the logarithm is missing"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return distance / (-2 * np.log(share))
