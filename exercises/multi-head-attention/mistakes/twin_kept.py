"""The other of the two is deleted."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the output stays as it was"
SAYS = "and the twin kept"


def without_the_twin(w_o, n_heads, kept, twin):
    d_model = w_o.shape[1]
    rows = w_o.reshape(n_heads, -1, d_model).copy()  # (h, d_head, d_model)
    rows[twin] += rows[kept]
    return np.delete(rows, kept, axis=0).reshape(-1, d_model)
