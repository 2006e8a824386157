"""A document begins where the number grows."""

import numpy as np

TASK = "packed_mask"
FAILS = "documents are numbered in any order"
SAYS = "only where the number grows"


def packed_mask(documents):
    begins = np.diff(documents, axis=-1, prepend=documents[..., :1]) > 0
    place = np.cumsum(begins, axis=-1)
    same = place[..., :, None] == place[..., None, :]
    real = documents >= 0
    return np.tril(same) & real[..., None, :] & real[..., :, None]
