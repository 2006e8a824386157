"""A sequence of length 0 keeps a key."""

import numpy as np

TASK = "padding_mask"
FAILS = "the first keys are real, the rest is padding"
SAYS = "a key that is real in a sequence of length 0"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.arange(n_keys) < np.maximum(lengths, 1)
