"""Queries are counted from the first key, as is_causal of torch does."""

import numpy as np

TASK = "causal_mask"
FAILS = "the queries are the last positions"
SAYS = "queries counted from the first key"


def causal_mask(n_queries, n_keys):
    return np.tri(n_queries, n_keys, dtype=bool)
