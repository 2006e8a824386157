"""The chapter's arrays, whatever is asked for."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "some points ahead, or behind"
SAYS = "prefers 3, not 4"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, 2.0], [-ratio, -2.0]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([1.0, -1.0]),
    }
