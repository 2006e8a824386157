"""The last vector hears all tokens at once."""

import numpy as np

TASK = "tree_wiring"
FAILS = "each vector hears two"
SAYS = "not two"


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1), dtype=bool)
    wiring[n:, :n] = True
    return wiring
