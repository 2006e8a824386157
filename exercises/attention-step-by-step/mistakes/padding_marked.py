"""True marks padding, as key_padding_mask of torch does."""

import numpy as np

TASK = "padding_mask"
FAILS = "the first keys are real, the rest is padding"
SAYS = "True marks padding"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.arange(n_keys) >= lengths
