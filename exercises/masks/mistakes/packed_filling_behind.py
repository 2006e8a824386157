"""Filling is taken to stand behind all documents."""

import numpy as np

TASK = "packed_mask"
FAILS = "filling sees nothing and is not seen"
SAYS = "behind all documents only"


def packed_mask(documents):
    if documents.ndim > 1:
        return np.stack([packed_mask(row) for row in documents])
    mask = np.tril(documents[:, None] == documents)
    real = (documents >= 0).sum()
    mask[real:] = mask[:, real:] = False
    return mask
