"""All different: the test sees it."""

import numpy as np

TASK = "fool_the_test"
FAILS = "both ways of splitting agree"
SAYS = "the test sees it: row 1 of head 0"


def fool_the_test():
    return np.arange(24).reshape(4, 6)
