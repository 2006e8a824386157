"""Keys are counted from 1."""

import numpy as np

TASK = "padding_mask"
FAILS = "the first keys are real, the rest is padding"
SAYS = "one key too few"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.arange(1, n_keys + 1) < lengths
