"""How far each query moved, in numbers of 0 and 1."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "it is a table of True and False"
SAYS = "an array of float64"


def mask_of_a_black_box(before, after):
    return np.where(np.abs(after - before).max(axis=-1).T > 1e-6, 1.0, 0.0)
