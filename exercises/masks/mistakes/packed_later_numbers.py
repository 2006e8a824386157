"""A document is open to all with larger numbers."""

import numpy as np

TASK = "packed_mask"
FAILS = "documents are numbered in any order"
SAYS = "open to those with larger numbers"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return (query >= key) & np.tri(documents.shape[-1], dtype=bool) & (key >= 0)
