"""Columns are divided."""

import numpy as np

TASK = "after_the_same"
FAILS = "several times, in equal shares"
SAYS = "shares of a column"


def after_the_same(tokens):
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[..., 1:] = tokens[..., :, None] == tokens[..., None, :-1]
    is_after = np.tril(is_after)
    return is_after / np.maximum(is_after.sum(axis=-2, keepdims=True), 1)
