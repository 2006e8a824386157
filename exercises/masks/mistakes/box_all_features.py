"""A query has moved only if all of its features have."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "any feature that moves, up or down"
SAYS = "only where all features move"


def mask_of_a_black_box(before, after):
    return (np.abs(after - before) > 1e-6).all(axis=-1).T
