"""True where a key is hidden, as in some other libraries."""

import numpy as np

TASK = "causal_mask"
FAILS = "a query sees itself and what came before"
SAYS = "a mask in which True hides"


def causal_mask(n_queries, n_keys):
    return np.triu(np.ones((n_queries, n_keys), dtype=bool), k=1)
