"""Solved for 1 / h."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "a key so far away counts so much"
SAYS = "1 divided by it"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return np.sqrt(-2 * np.log(share)) / distance
