"""The points are added before the multiplication."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "a multiple, and some points ahead of it"
SAYS = "prefers 8, not 7"


def prefer_a_place(ratio, ahead):
    ahead = ratio * ahead
    return {
        "W_Q": np.array([[-ratio, 2 - ahead], [-ratio, -2 - ahead]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([1.0, -1.0]),
    }
