"""The softmax of the first row and of the last are compared."""

import numpy as np

TASK = "asks_nothing"
FAILS = "one query that asks is enough"
SAYS = "its row 2 is not like the others"


def asks_nothing(scores):
    leads = scores - scores[:, :1]
    return np.allclose(leads[0], leads[-1])
