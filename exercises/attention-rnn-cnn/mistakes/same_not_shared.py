"""Rows are not divided."""

import numpy as np

TASK = "after_the_same"
FAILS = "several times, in equal shares"
SAYS = "not shared out"


def after_the_same(tokens):
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[..., 1:] = tokens[..., :, None] == tokens[..., None, :-1]
    return np.tril(is_after)
