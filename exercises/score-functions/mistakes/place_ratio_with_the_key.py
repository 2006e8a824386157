"""The key is multiplied, so the place is divided."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "a multiple of one's own strength"
SAYS = "prefers 1.5, not 6"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-1.0, 2 - ahead], [-1.0, -2 - ahead]]),
        "W_K": np.array([[ratio], [ratio]]),
        "w": np.array([1.0, -1.0]),
    }
