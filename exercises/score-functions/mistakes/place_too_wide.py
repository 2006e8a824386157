"""Bends that lie far apart make a plateau."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "far away scores at least 1 less"
SAYS = "one that is 5 or more away scores 2.00"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, 8 - ahead], [-ratio, -8 - ahead]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([1.0, -1.0]),
    }
