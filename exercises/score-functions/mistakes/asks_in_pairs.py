"""Rows 0 and 1, and then the others with each other."""

import numpy as np

TASK = "asks_nothing"
FAILS = "one query that asks is enough"
SAYS = "rows 0 and 1 are not like"


def asks_nothing(scores):
    leads = scores - scores[:, :1]
    parts = leads[:2], leads[2:]
    return all(np.allclose(part, part[:1]) for part in parts)
