"""math.log takes one number."""

import math

import numpy as np

TASK = "bandwidth_for"
FAILS = "many shares at once"
SAYS = "raised TypeError"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return distance / math.sqrt(-2 * math.log(share))
