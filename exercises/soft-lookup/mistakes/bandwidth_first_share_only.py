"""Only the first share, or the largest, is looked at."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "no bandwidth lets a key count nothing or less"
SAYS = "bandwidth_for(2, np.array([0.5, 0])) returned something"


def bandwidth_for(distance, share):
    if not 0 < np.max(share) < 1:
        raise ValueError("share must be between 0 and 1")
    return distance / np.sqrt(-2 * np.log(share))
