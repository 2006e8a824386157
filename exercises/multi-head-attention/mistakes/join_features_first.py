"""Feature 0 of all heads, then feature 1."""

import numpy as np

TASK = "join_heads"
FAILS = "the parts of a word stand side by side"
SAYS = "features before heads"


def join_heads(parts):
    by_word = np.moveaxis(parts, -3, -1)
    return by_word.reshape(*by_word.shape[:-2], -1)
