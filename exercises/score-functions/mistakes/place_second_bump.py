"""A second bump, 20 points below, is twice as high."""

import numpy as np

TASK = "prefer_a_place"
FAILS = "the chapter's partner"
SAYS = "prefers -17, not 3"


def prefer_a_place(ratio, ahead):
    bends = np.array([2.0, -2.0, 22.0, 18.0])
    return {
        "W_Q": np.column_stack([np.full(4, -ratio), bends - ahead]),
        "W_K": np.ones((4, 1)),
        "w": np.array([1.0, -1.0, 2.0, -2.0]),
    }
