"""A single mask, which is the product of the two."""

import numpy as np

TASK = "two_sparse_masks"
FAILS = "two masks that are not empty"
SAYS = 'has no entry "second"'


def two_sparse_masks(m):
    house = np.arange(m * m) // m
    return {"first": house[:, None] == house}
