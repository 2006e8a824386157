"""With fewer keys than queries the shift stops at 0."""

import numpy as np

TASK = "causal_mask"
FAILS = "with too few keys the first queries see nothing"
SAYS = "queries counted from the first key"


def causal_mask(n_queries, n_keys):
    return np.tri(n_queries, n_keys, max(0, n_keys - n_queries), dtype=bool)
