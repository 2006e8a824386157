"""The nearest page answers, as the first idea has it."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "no page answers for itself"
SAYS = "the value of the nearest page alone"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    apart = np.abs(keys - keys.T)
    return values[np.where(apart > hole, apart, np.inf).argmin(axis=1)]
