"""A tenth of the longest key is small enough only if the lengths differ by much."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "lengths that are nearly the same"
SAYS = "key 1 is the nearest to that query"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return keys[lengths.argmax()] / 10
