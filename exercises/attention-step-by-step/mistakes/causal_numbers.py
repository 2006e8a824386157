"""Ones and zeros, which ~ and np.where take for something else."""

import numpy as np

TASK = "causal_mask"
FAILS = "it is a table of True and False"
SAYS = "an array of float64: in this book"


def causal_mask(n_queries, n_keys):
    return np.tri(n_queries, n_keys, n_keys - n_queries)
