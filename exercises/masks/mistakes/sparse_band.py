"""A band to both sides is twice as wide as may be."""

import numpy as np

TASK = "two_sparse_masks"
FAILS = "nobody sees more than m keys"
SAYS = "query 1 sees 3 keys, and may see 2"


def two_sparse_masks(m):
    i = np.arange(m * m)
    band = np.abs(i[:, None] - i) < m
    return {"first": band, "second": band}
