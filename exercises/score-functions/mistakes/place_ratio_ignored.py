"""Everyone looks for one of their own strength."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "a multiple of one's own strength"
SAYS = "prefers 3, not 6"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-1.0, 2 - ahead], [-1.0, -2 - ahead]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([1.0, -1.0]),
    }
