"""The columns of the table stay."""

import numpy as np

TASK = "restore_order"
FAILS = "rows and columns of the table"
SAYS = "only the rows"


def restore_order(y, a, order):
    back = np.argsort(order)  # where each word of the sentence has gone
    return {"y": y[back], "a": a[back]}
