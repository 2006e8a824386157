"""The longest sequence decides how wide the mask is."""

import numpy as np

TASK = "padding_mask"
FAILS = "lengths may be a list, and all of them short"
SAYS = "as wide as the longest sequence"


def padding_mask(lengths, n_keys):
    lengths = np.asarray(lengths)[:, None, None]
    return np.arange(lengths.max()) < lengths
