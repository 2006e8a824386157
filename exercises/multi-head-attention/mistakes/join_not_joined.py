"""The axes are swapped, and that is all."""

import numpy as np

TASK = "join_heads"
FAILS = "the parts of a word stand side by side"
SAYS = "not joined yet"


def join_heads(parts):
    return np.swapaxes(parts, -3, -2)
