"""Between the two longest keys a third one stands."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "many keys, of two features or more"
SAYS = "np.array([[10, 0], [0, 9], [6.5, 5]])"


def fool_the_dot_product(keys):
    lengths = np.linalg.norm(keys, axis=-1)
    if np.allclose(lengths, lengths[0]):
        raise ValueError("all keys have the same length")
    second, longest = np.argsort(lengths)[-2:]
    return 0.49 * (keys[longest] + keys[second])
