"""The wrong two axes change places."""

import numpy as np

TASK = "join_heads"
FAILS = "one word changes one row"
SAYS = "these rows changed: ["


def join_heads(parts):
    *batch, h, n, d_head = parts.shape
    return np.swapaxes(parts, -2, -1).reshape(*batch, n, h * d_head)
