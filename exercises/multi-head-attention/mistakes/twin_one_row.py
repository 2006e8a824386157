"""The number of a head is taken for a row."""

import numpy as np

TASK = "without_the_twin"
FAILS = "the rows of one head are gone"
SAYS = "more rows than one"


def without_the_twin(w_o, n_heads, kept, twin):
    rows = w_o.copy()
    rows[kept] += rows[twin]
    return np.delete(rows, twin, axis=0)
