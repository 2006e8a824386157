"""The heads come in the wrong order."""

import numpy as np

TASK = "join_heads"
FAILS = "the parts of a word stand side by side"
SAYS = "the last head first"


def join_heads(parts):
    return np.concatenate(list(np.moveaxis(parts, -3, 0))[::-1], axis=-1)
