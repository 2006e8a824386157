"""A document begins wherever the number changes."""

import numpy as np

TASK = "packed_mask"
FAILS = "a document that goes on behind another is still one"
SAYS = "wherever the number changes"


def packed_mask(documents):
    begins = np.diff(documents, axis=-1, prepend=documents[..., :1]) != 0
    place = np.cumsum(begins, axis=-1)
    same = place[..., :, None] == place[..., None, :]
    return np.tril(same) & (documents >= 0)[..., None, :]
