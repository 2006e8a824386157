"""The arrays are turned: a column for each hidden feature."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "the chapter's partner"
SAYS = "has shape (1, 2), not (2, 1)"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, -ratio], [2 - ahead, -2 - ahead]]),
        "W_K": np.ones((1, 2)),
        "w": np.array([1.0, -1.0]),
    }
