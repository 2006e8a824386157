"""The signs of w are exchanged: a valley, whose ends are highest."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "the chapter's partner"
SAYS = "prefers the weakest, not 3"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, 2 - ahead], [-ratio, -2 - ahead]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([-1.0, 1.0]),
    }
