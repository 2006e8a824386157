"""True and False are exchanged."""

import numpy as np

TASK = "asks_nothing"
FAILS = "the same row for all, and another for each"
SAYS = "is not False: all rows are the same"


def asks_nothing(scores):
    leads = scores - scores[:, :1]
    return not np.allclose(leads, leads[0])
