"""The angle of the first hand."""

import numpy as np

TASK = "turned_by"
FAILS = "so far that the fast hand comes round"
SAYS = "the nearest turn of the fast hand"


def turned_by(before, after, longest):
    angle = np.arctan2(after[1], after[0]) - np.arctan2(before[1], before[0])
    return int(np.round((angle + np.pi) % (2 * np.pi) - np.pi))
