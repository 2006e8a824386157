"""Small numbers "to be careful": the bump is where it should be, and hardly there."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "far away scores at least 1 less"
SAYS = "scores 0.04"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio, 2 - ahead], [-ratio, -2 - ahead]]) / 50,
        "W_K": np.ones((2, 1)) / 50,
        "w": np.array([1.0, -1.0]) / 2,
    }
