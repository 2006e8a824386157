"""Padding is put in front, and the real keys last."""

import numpy as np

TASK = "padding_mask"
FAILS = "the first keys are real, the rest is padding"
SAYS = "padding in front"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.arange(n_keys) >= n_keys - lengths
