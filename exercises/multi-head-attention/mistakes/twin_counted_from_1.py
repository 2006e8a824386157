"""Heads are counted from 1."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the rows of one head are gone"
SAYS = "heads counted from 1"


def without_the_twin(w_o, n_heads, kept, twin):
    d_model = w_o.shape[1]
    rows = w_o.reshape(n_heads, -1, d_model).copy()  # (h, d_head, d_model)
    rows[kept - 1] += rows[twin - 1]
    return np.delete(rows, twin - 1, axis=0).reshape(-1, d_model)
