"""Both ways agree, and there could be more numbers."""

import numpy as np

TASK = "fool_the_test"
FAILS = "as many different numbers as there can be"
SAYS = "there are 2 different numbers"


def fool_the_test():
    x = np.zeros((4, 6))
    x[0, :3] = 1
    return x
