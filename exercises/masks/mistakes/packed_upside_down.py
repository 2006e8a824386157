"""The upper triangle for the lower one."""

import numpy as np

TASK = "packed_mask"
FAILS = "each document sees its own past"
SAYS = "the future shown and the past hidden"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return np.triu(query == key) & (key >= 0)
