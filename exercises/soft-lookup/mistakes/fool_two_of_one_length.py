"""Two keys of one length are taken for all."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "some keys of one length, and another that is longer or shorter"
SAYS = "raised ValueError: the keys have the same length"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.isclose(lengths[0], lengths[1]):
        raise ValueError("the keys have the same length")
    return keys[lengths.argmax()] * 1e-6
