"""Differences of opposite sign cancel."""

import numpy as np

TASK = "mask_of_a_black_box"
FAILS = "any feature that moves, up or down"
SAYS = "cancel when they are added up"


def mask_of_a_black_box(before, after):
    return np.abs((after - before).sum(axis=-1)).T > 1e-6
