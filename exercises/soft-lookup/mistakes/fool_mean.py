"""The mean of two keys is as near to one as to the other."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "two keys"
SAYS = "key 0 is one of the nearest"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return keys.mean(axis=0)
