"""The bias goes up with the wish, and the top goes down."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "some points ahead, or behind"
SAYS = "prefers 2, not 4"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, 2 + ahead], [-ratio, -2 + ahead]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([1.0, -1.0]),
    }
