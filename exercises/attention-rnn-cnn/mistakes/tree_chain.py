"""One token after the other."""

import numpy as np

TASK = "tree_wiring"
FAILS = "nothing waits long"
SAYS = "and may take"


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1), dtype=bool)
    made = np.arange(1, n)
    wiring[n - 1 + made, made] = True
    wiring[n + made[:-1], n + made[:-1] - 1] = True
    wiring[n, 0] = True
    return wiring
