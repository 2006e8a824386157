"""Half of the way to the longest key is too near to it."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "many keys, of two features or more"
SAYS = "nearest to that query, and has the largest"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return keys[lengths.argmax()] / 2
