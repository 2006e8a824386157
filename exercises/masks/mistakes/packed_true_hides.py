"""True hides, as in other libraries."""

import numpy as np

TASK = "packed_mask"
FAILS = "each document sees its own past"
SAYS = "in which True hides"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return ~(np.tril(query == key) & (key >= 0))
