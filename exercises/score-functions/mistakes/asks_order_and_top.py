"""The order of the keys, and how far the best leads."""

import numpy as np

TASK = "asks_nothing"
FAILS = "one query that asks is enough"
SAYS = "is not like the others"


def asks_nothing(scores):
    order, lead = scores.argsort(axis=1), np.ptp(scores, axis=1)
    return bool((order == order[0]).all()) and np.allclose(lead, lead[0])
