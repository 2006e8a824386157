"""The longest key itself is made short."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "the caller's keys stay as they were"
SAYS = "changed its first argument"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    query = keys[lengths.argmax()]
    query *= 1e-6
    return query
