"""The rows are put back into the caller's array."""

import numpy as np

TASK = "restore_order"
FAILS = "all three arguments are left as they were"
SAYS = "changed its first argument"


def restore_order(y, a, order):
    back = np.argsort(order)  # where each word of the sentence has gone
    y[:] = y[back]
    return {"y": y, "a": a[back][:, back]}
