"""So steep that many keys score 2, and none is the best of them."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "the chapter's partner"
SAYS = "keys from 1.15 to 4.85 all score the same"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": 100 * np.array([[-ratio, 2 - ahead], [-ratio, -2 - ahead]]),
        "W_K": np.full((2, 1), 100.0),
        "w": np.array([1.0, -1.0]),
    }
