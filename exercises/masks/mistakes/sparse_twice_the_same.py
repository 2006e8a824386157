"""The same houses meet in both layers."""

import numpy as np

TASK = "two_sparse_masks"
FAILS = "everyone has heard everyone"
SAYS = "token 0 has not heard token 2"


def two_sparse_masks(m):
    house = np.arange(m * m) // m
    same = house[:, None] == house
    return {"first": same, "second": same}
