"""Causal, across the borders of documents."""

import numpy as np

TASK = "packed_mask"
FAILS = "each document sees its own past"
SAYS = "one causal mask across all documents"


def packed_mask(documents):
    n = documents.shape[-1]
    return np.tri(n, dtype=bool) & (documents[..., None, :] >= 0)
