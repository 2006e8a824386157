"""One bend makes a slope."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "the chapter's partner"
SAYS = "prefers the strongest, not 3"


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.array([[-ratio / 10, -ahead / 10]]),
        "W_K": np.array([[0.1]]),
        "w": np.array([1.0]),
    }
