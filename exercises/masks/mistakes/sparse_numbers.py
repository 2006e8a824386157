"""np.kron of floats gives numbers."""

import numpy as np

TASK = "two_sparse_masks"
FAILS = "two masks that are not empty"
SAYS = "an array of float64"


def two_sparse_masks(m):
    same, ones = np.eye(m), np.ones((m, m))
    return {"first": np.kron(same, ones), "second": np.kron(ones, same)}
