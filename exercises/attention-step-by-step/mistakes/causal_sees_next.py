"""One key too many: the answer is given away."""

import numpy as np

TASK = "causal_mask"
FAILS = "a query sees itself and what came before"
SAYS = "one key too many"


def causal_mask(n_queries, n_keys):
    return np.tri(n_queries, n_keys, n_keys - n_queries + 1, dtype=bool)
