"""The table is not turned: a row for each token that was changed."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "who moves has seen"
SAYS = "in a mask rows are queries"


def mask_of_a_black_box(before, after):
    return np.abs(after - before).max(axis=-1) > 1e-6
