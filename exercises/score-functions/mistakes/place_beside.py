"""The bends are 1.7 and 2.3 away, so the top is 0.3 off."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "the chapter's partner"
SAYS = "prefers 3.3, not 3"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, 1.7 - ahead], [-ratio, -2.3 - ahead]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([1.0, -1.0]),
    }
