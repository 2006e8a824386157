"""Among keys of one length it returns some query, and nobody is fooled by it."""

import numpy as np

TASK = "fool_the_dot_product"
FAILS = "among keys of one length nobody is fooled"
SAYS = "it should raise ValueError"


def fool_the_dot_product(keys):
    return keys[np.linalg.norm(keys, axis=-1).argmax()] * 1e-6
