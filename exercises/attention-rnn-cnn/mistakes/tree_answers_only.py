"""A table without the tokens."""

import numpy as np

TASK = "tree_wiring"
FAILS = "tokens first, and they hear nobody"
SAYS = "not (3, 3)"


def tree_wiring(n):
    return np.eye(n - 1, dtype=bool)
