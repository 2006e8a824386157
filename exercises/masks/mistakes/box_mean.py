"""The mean over the features is asked for."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "more than a millionth is a movement, however large the numbers are"
SAYS = "a single one is lost"


def mask_of_a_black_box(before, after):
    return np.abs(after - before).mean(axis=-1).T > 1e-6
