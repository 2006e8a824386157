"""All is multiplied by the ratio, which makes the bump wide where that is small."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "far away scores at least 1 less"
SAYS = "prefer_a_place(0.25, -20)"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array(
            [[-(ratio**2), 2 - ratio * ahead], [-(ratio**2), -2 - ratio * ahead]]
        ),
        "W_K": np.full((2, 1), ratio),
        "w": np.array([1.0, -1.0]),
    }
