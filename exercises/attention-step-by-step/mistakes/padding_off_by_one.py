"""The key with the number of the length is padding already."""

import numpy as np

TASK = "padding_mask"
FAILS = "the first keys are real, the rest is padding"
SAYS = "one key too many"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.arange(n_keys) <= lengths
