"""Deleted first, and then added under the old number."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the twin may come first"
SAYS = "the head after the kept one"


def without_the_twin(w_o, n_heads, kept, twin):
    d_model = w_o.shape[1]
    rows = w_o.reshape(n_heads, -1, d_model)
    left = np.delete(rows, twin, axis=0)
    left[kept : kept + 1] += rows[twin]
    return left.reshape(-1, d_model)
