"""The output as the layer returned it."""

import numpy as np

TASK = "restore_order"
FAILS = "two words that changed places"
SAYS = "the output as it came"


def restore_order(y, a, order):
    back = np.argsort(order)  # where each word of the sentence has gone
    return {"y": y, "a": a[back][:, back]}
