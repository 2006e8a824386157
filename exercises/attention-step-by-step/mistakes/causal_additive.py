"""0 and -inf, to be added to the scores."""

import numpy as np

TASK = "causal_mask"
FAILS = "a query sees itself and what came before"
SAYS = "NaN or infinite"


def causal_mask(n_queries, n_keys):
    mask = np.tri(n_queries, n_keys, n_keys - n_queries, dtype=bool)
    return np.where(mask, 0.0, -np.inf)
