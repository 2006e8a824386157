"""Each vector hears the two before it: the last tokens only."""

import numpy as np

TASK = "tree_wiring"
FAILS = "the last one hears all"
SAYS = "the news of token 0 never"


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1), dtype=bool)
    made = np.arange(n - 1)
    wiring[n + made, n + made - 2] = True
    wiring[n + made, n + made - 1] = True
    return wiring
