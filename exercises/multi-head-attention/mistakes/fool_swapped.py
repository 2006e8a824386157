"""Only the first pair of triples is made equal."""

import numpy as np

TASK = "fool_the_test"
FAILS = "both ways of splitting agree"
SAYS = "the test sees it: row 2 of head 0"


def fool_the_test():
    x = np.arange(24).reshape(4, 6)
    x[0, 3:] = x[1, :3]
    return x
