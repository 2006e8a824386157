"""Every token sees itself, filling too."""

import numpy as np

TASK = "packed_mask"
FAILS = "filling sees nothing and is not seen"
SAYS = "filling that sees itself"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    itself = np.eye(documents.shape[-1], dtype=bool)
    return np.tril(query == key) & (key >= 0) | itself
