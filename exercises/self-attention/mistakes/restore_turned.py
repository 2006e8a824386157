"""The output upside down."""

import numpy as np

TASK = "restore_order"
FAILS = "two words that changed places"
SAYS = "turned upside down"


def restore_order(y, a, order):
    back = np.argsort(order)  # where each word of the sentence has gone
    return {"y": y[::-1], "a": a[back][:, back]}
