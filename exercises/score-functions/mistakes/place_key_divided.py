"""The key is divided by the ratio, which makes the bump as much wider."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "far away scores at least 1 less"
SAYS = "scores 1.63"


def prefer_a_place(ratio, ahead):
    ahead = ahead / ratio
    return {
        "W_Q": np.array([[-1.0, 2 - ahead], [-1.0, -2 - ahead]]),
        "W_K": np.full((2, 1), 1 / ratio),
        "w": np.array([1.0, -1.0]),
    }
