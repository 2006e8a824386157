"""The query is the longest key, which is as near as can be to itself."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "two keys"
SAYS = "key 0 is the nearest to that query"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return keys[lengths.argmax()]
