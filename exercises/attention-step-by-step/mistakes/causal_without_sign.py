"""The difference of the lengths is taken without its sign."""

import numpy as np

TASK = "causal_mask"
FAILS = "with too few keys the first queries see nothing"
SAYS = "the difference of the two lengths without its sign"


def causal_mask(n_queries, n_keys):
    return np.tri(n_queries, n_keys, abs(n_keys - n_queries), dtype=bool)
