"""Only what moves by a hundredth counts."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "more than a millionth is a movement, however large the numbers are"
SAYS = "small movements taken for rounding"


def mask_of_a_black_box(before, after):
    return np.abs(after - before).max(axis=-1).T > 1e-2
