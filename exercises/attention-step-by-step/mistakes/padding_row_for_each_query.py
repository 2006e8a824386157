"""As many rows as keys, all the same."""

import numpy as np

TASK = "padding_mask"
FAILS = "its shape is (b, 1, k)"
SAYS = "one row serves every query"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.repeat(np.arange(n_keys) < lengths, n_keys, axis=1)
