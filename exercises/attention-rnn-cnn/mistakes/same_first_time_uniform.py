"""Whoever has nothing to look at looks at everything."""

import numpy as np

TASK = "after_the_same"
FAILS = "for the first time, nothing"
SAYS = "looks at all places"


def after_the_same(tokens):
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[..., 1:] = tokens[..., :, None] == tokens[..., None, :-1]
    is_after = np.tril(is_after)
    is_after[is_after.sum(axis=-1) == 0] = 1
    return is_after / is_after.sum(axis=-1, keepdims=True)
