"""The length of the change is asked for."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "less than a millionth is no movement"
SAYS = "was added up, or squared"


def mask_of_a_black_box(before, after):
    return np.linalg.norm(after - before, axis=-1).T > 1e-6
