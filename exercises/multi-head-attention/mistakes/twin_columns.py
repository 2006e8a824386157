"""Columns are taken for heads."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the rows of one head are gone"
SAYS = "those are columns"


def without_the_twin(w_o, n_heads, kept, twin):
    columns = w_o.reshape(len(w_o), n_heads, -1).copy()
    columns[:, kept] += columns[:, twin]
    return np.delete(columns, twin, axis=1).reshape(len(w_o), -1)
