"""A copy is made, but not for a twin that comes first."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the matrix is left as it was"
SAYS = "3, 2, 0) changed its first argument"


def without_the_twin(w_o, n_heads, kept, twin):
    d_model = w_o.shape[1]
    rows = w_o.reshape(n_heads, -1, d_model)  # (h, d_head, d_model)
    if kept < twin:
        rows = rows.copy()
    rows[kept] += rows[twin]
    return np.delete(rows, twin, axis=0).reshape(-1, d_model)
