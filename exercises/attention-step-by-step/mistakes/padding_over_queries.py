"""The last axis belongs to the keys, not the one before."""

import numpy as np

TASK = "padding_mask"
FAILS = "its shape is (b, 1, k)"
SAYS = "that hides queries"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.arange(n_keys)[:, None] < lengths
