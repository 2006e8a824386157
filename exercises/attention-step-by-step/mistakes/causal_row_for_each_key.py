"""The whole square, whatever the number of queries."""

import numpy as np

TASK = "causal_mask"
FAILS = "the queries are the last positions"
SAYS = "that is one row for each key"


def causal_mask(n_queries, n_keys):
    return np.tri(n_keys, n_keys, dtype=bool)
