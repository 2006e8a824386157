"""log on a calculator is the one to base 10."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "a key so far away counts so much"
SAYS = "a logarithm to base 10?"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return distance / np.sqrt(-2 * np.log10(share))
