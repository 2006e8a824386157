"""d² is taken for d, and no root is drawn."""

import numpy as np

TASK = "bandwidth_for"
FAILS = "a key so far away counts so much"
SAYS = "the root takes it back"


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("share must be between 0 and 1")
    return -distance / np.log(share)
