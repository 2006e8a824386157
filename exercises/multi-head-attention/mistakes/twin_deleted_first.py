"""The old number of the kept head may lie outside of what is left."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the twin may come first"
SAYS = "the head after the kept one"


def without_the_twin(w_o, n_heads, kept, twin):
    d = len(w_o) // n_heads
    own, gone = slice(kept * d, (kept + 1) * d), slice(twin * d, (twin + 1) * d)
    left = np.delete(w_o, gone, axis=0)
    left[own] += w_o[gone]
    return left
