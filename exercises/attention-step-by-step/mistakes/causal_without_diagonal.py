"""A strict comparison: no query sees its own position."""

import numpy as np

TASK = "causal_mask"
FAILS = "a query sees itself and what came before"
SAYS = "the diagonal left out"


def causal_mask(n_queries, n_keys):
    positions = np.arange(n_queries)[:, None] + n_keys - n_queries
    return np.arange(n_keys) < positions
