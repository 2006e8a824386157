"""The list of numbers read backwards."""

import numpy as np

TASK = "restore_order"
FAILS = "words that moved round"
SAYS = "order read backwards"


def restore_order(y, a, order):
    back = np.argsort(order)  # where each word of the sentence has gone
    return {"y": y[order[::-1]], "a": a[back][:, back]}
