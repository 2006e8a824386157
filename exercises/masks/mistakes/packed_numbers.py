"""np.tri gives numbers, and a product of them and booleans is made of numbers."""

import numpy as np

TASK = "packed_mask"
FAILS = "it is a table of True and False"
SAYS = "an array of float64"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return np.tri(documents.shape[-1]) * (query == key) * (key >= 0)
