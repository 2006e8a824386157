"""One of the two conditions is enough."""

import numpy as np

TASK = "packed_mask"
FAILS = "each document sees its own past"
SAYS = "either the same document or earlier"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return (query == key) | np.tri(documents.shape[-1], dtype=bool)
