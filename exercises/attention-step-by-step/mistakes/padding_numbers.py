"""Ones and zeros instead of booleans."""

import numpy as np

TASK = "padding_mask"
FAILS = "it is made of True and False"
SAYS = "an array of int64"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return (np.arange(n_keys) < lengths).astype(int)
