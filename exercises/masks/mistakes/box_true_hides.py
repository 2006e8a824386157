"""True where nothing moved."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "who moves has seen"
SAYS = "in which True hides"


def mask_of_a_black_box(before, after):
    return np.abs(after - before).max(axis=-1).T <= 1e-6
