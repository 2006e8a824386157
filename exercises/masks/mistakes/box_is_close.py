"""np.isclose compares with the size of the numbers."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "more than a millionth is a movement, however large the numbers are"
SAYS = "compared with the size of `before`"


def mask_of_a_black_box(before, after):
    return (~np.isclose(after, before)).any(axis=-1).T
