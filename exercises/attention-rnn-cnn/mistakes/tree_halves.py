"""Each of the two counts for a half."""

import numpy as np

TASK = "tree_wiring"
FAILS = "tokens first, and they hear nobody"
SAYS = "made of True and False"


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1))
    made = np.arange(n - 1)  # each takes the next two that nobody has taken
    wiring[n + made, 2 * made] = 0.5
    wiring[n + made, 2 * made + 1] = 0.5
    return wiring
