"""A thousandth of the longest key looks small enough."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "lengths that are nearly the same"
SAYS = "[-9.9989, 0]])): key 0 is the nearest"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return keys[lengths.argmax()] / 1000
