"""At the origin no key is preferred."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "two keys"
SAYS = "all dot products are 0"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return np.zeros(keys.shape[-1])
