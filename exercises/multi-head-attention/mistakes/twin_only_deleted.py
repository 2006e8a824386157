"""The commonest: rows are deleted, and the test of the order sees it, too."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the twin may come first"
SAYS = "not added anywhere"


def without_the_twin(w_o, n_heads, kept, twin):
    d = len(w_o) // n_heads
    return np.delete(w_o, slice(twin * d, (twin + 1) * d), axis=0)
