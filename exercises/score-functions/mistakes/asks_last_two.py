"""The last two rows are compared."""

import numpy as np

TASK = "asks_nothing"
FAILS = "one query that asks is enough"
SAYS = "its row 0 is not like the others"


def asks_nothing(scores):
    leads = scores - scores[:, :1]
    return np.allclose(leads[-2], leads[-1])
