"""Between the longest and the shortest key a third one stands."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "many keys, of two features or more"
SAYS = "key 2 is the nearest to that query"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    return 0.499 * (keys[lengths.argmax()] + keys[lengths.argmin()])
