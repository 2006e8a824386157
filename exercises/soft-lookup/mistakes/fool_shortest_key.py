"""The query is the shortest key itself, and nothing else points its way."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "two keys"
SAYS = "key 1 is the nearest to that query"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return keys[lengths.argmin()]
