"""Leads are rounded, and small ones are lost."""

import numpy as np

TASK = "asks_nothing"
FAILS = "one query that asks is enough"
SAYS = "has 0.01 more"


def asks_nothing(scores):
    leads = scores - scores[:, :1]
    return np.allclose(leads, leads[0], atol=0.1)
