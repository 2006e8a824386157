"""The table is taken for independent of the order."""

import numpy as np

TASK = "restore_order"
FAILS = "rows and columns of the table"
SAYS = "the table as it came"


def restore_order(y, a, order):
    back = np.argsort(order)  # where each word of the sentence has gone
    return {"y": y[back], "a": a}
