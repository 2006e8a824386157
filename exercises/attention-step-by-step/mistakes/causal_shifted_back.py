"""The sign of the shift is wrong."""

import numpy as np

TASK = "causal_mask"
FAILS = "the queries are the last positions"
SAYS = "a shift in the wrong direction"


def causal_mask(n_queries, n_keys):
    return np.tri(n_queries, n_keys, n_queries - n_keys, dtype=bool)
