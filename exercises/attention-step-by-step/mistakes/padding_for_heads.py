"""An axis for heads, where there are none."""

import numpy as np

TASK = "padding_mask"
FAILS = "its shape is (b, 1, k)"
SAYS = "one axis too many"


def padding_mask(lengths, n_keys):
    return np.arange(n_keys) < np.asarray(lengths)[:, None, None, None]
