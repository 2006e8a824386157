"""A column for each hidden feature, where two of them hide it."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "the chapter's partner"
SAYS = "W_Q is turned"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, -ratio], [2 - ahead, -2 - ahead]]),
        "W_K": np.ones((2, 1)),
        "w": np.array([1.0, -1.0]),
    }
