"""Lengths that differ in their last digit are taken for different."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "among keys of one length nobody is fooled"
SAYS = "array (5, 5)) returned something"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.all(lengths == lengths[0]):
        raise ValueError("all keys have the same length")
    return keys[lengths.argmax()] * 1e-6
