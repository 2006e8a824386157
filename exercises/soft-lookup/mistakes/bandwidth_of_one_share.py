"""An array of one becomes a number."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "many shares at once"
SAYS = "also for an array of one"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return np.squeeze(distance / np.sqrt(-2 * np.log(share)))
