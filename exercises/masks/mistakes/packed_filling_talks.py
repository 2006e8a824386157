"""-1 equals -1, and filling is taken for a document."""

import numpy as np

TASK = "packed_mask"
FAILS = "filling sees nothing and is not seen"
SAYS = "filling that sees filling"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return (query == key) & np.tri(documents.shape[-1], dtype=bool)
