"""Document 0 is taken for filling."""

import numpy as np

TASK = "packed_mask"
FAILS = "each document sees its own past"
SAYS = "document 0 taken for filling"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return np.tril(query == key) & (key > 0)
