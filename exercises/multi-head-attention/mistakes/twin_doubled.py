"""The kept head counts double."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the output stays as it was"
SAYS = "has rows of its own"


def without_the_twin(w_o, n_heads, kept, twin):
    d_model = w_o.shape[1]
    rows = w_o.reshape(n_heads, -1, d_model).copy()  # (h, d_head, d_model)
    rows[kept] *= 2
    return np.delete(rows, twin, axis=0).reshape(-1, d_model)
