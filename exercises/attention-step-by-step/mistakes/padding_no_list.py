"""A list cannot be given new axes."""

import numpy as np

TASK = "padding_mask"
FAILS = "lengths may be a list, and all of them short"
SAYS = "raised TypeError"


def padding_mask(lengths, n_keys):
    return np.arange(n_keys) < lengths[:, None, None]
