"""An answer for each row."""

import numpy as np

TASK = "asks_nothing"
FAILS = "the same row for all, and another for each"
SAYS = "should be True or False"


def asks_nothing(scores):
    leads = scores - scores[:, :1]
    return np.isclose(leads, leads[0]).all(axis=1)
