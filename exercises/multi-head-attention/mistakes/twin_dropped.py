"""The rows are deleted, and nothing is added."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the output stays as it was"
SAYS = "not added anywhere"


def without_the_twin(w_o, n_heads, kept, twin):
    d_model = w_o.shape[1]
    rows = w_o.reshape(n_heads, -1, d_model).copy()  # (h, d_head, d_model)
    return np.delete(rows, twin, axis=0).reshape(-1, d_model)
