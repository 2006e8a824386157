"""The last rows of the square, which has too few of them."""

import numpy as np

TASK = "causal_mask"
FAILS = "with too few keys the first queries see nothing"
SAYS = "has shape (3, 3), not (5, 3)"


def causal_mask(n_queries, n_keys):
    return np.tri(n_keys, n_keys, dtype=bool)[-n_queries:]
