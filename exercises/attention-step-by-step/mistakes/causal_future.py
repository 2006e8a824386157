"""The upper triangle: only what is still to come."""

import numpy as np

TASK = "causal_mask"
FAILS = "a query sees itself and what came before"
SAYS = "the future shown and the past hidden"


def causal_mask(n_queries, n_keys):
    return np.triu(np.ones((n_queries, n_keys), dtype=bool))
