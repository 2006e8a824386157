"""A column for each who hears."""

import numpy as np

TASK = "tree_wiring"
FAILS = "tokens first, and they hear nobody"
SAYS = "should hear nobody"


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1), dtype=bool)
    made = np.arange(n - 1)  # each takes the next two that nobody has taken
    wiring[n + made, 2 * made] = True
    wiring[n + made, 2 * made + 1] = True
    return wiring.T
