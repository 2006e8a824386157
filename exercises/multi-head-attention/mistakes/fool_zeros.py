"""Zeros agree, and would fool nobody."""

import numpy as np

TASK = "fool_the_test"
FAILS = "four words of six features, not all alike"
SAYS = "all words are alike"


def fool_the_test():
    return np.zeros((4, 6))
