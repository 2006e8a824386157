"""An if that takes one share only."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "many shares at once"
SAYS = "raised ValueError: The truth value of an array"


def bandwidth_for(distance, share):
    if not 0 < share < 1:
        raise ValueError("share must be between 0 and 1")
    return distance / np.sqrt(-2 * np.log(share))
