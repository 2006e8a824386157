"""Each vector hears itself."""

import numpy as np

TASK = "tree_wiring"
FAILS = "each vector hears two"
SAYS = "made after it"


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1), dtype=bool)
    made = np.arange(n, 2 * n - 1)
    wiring[made, made] = True
    wiring[made, made - n] = True
    return wiring
