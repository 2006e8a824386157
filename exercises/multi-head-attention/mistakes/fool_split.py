"""Split already."""

import numpy as np

TASK = "fool_the_test"
FAILS = "four words of six features, not all alike"
SAYS = "split already"


def fool_the_test():
    return np.arange(24).reshape(2, 4, 3)
