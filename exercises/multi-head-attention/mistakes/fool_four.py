"""The pencil's pattern, with single numbers for triples."""

import numpy as np

TASK = "fool_the_test"
FAILS = "as many different numbers as there can be"
SAYS = "there are 4 different numbers"


def fool_the_test():
    a, b, c, d = np.repeat(np.arange(4), 3).reshape(4, 3)
    return np.array([[*a, *b], [*b, *c], [*b, *c], [*c, *d]])
