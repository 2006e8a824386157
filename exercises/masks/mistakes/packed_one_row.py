"""The new axes are counted from the front."""

import numpy as np

TASK = "packed_mask"
FAILS = "several rows at once"
SAYS = "raised ValueError"


def packed_mask(documents):
    same = documents[:, None] == documents
    return same & np.tri(documents.shape[-1], dtype=bool) & (documents >= 0)
