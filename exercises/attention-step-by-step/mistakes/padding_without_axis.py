"""A table (b, k), whose rows line up with queries."""

import numpy as np

TASK = "padding_mask"
FAILS = "its shape is (b, 1, k)"
SAYS = "b would meet the queries"


def padding_mask(lengths, n_keys):
    return np.arange(n_keys) < np.asarray(lengths)[:, None]
