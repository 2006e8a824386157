"""One sequence at a time."""

import numpy as np

TASK = "after_the_same"
FAILS = "several sequences at once"
SAYS = "raised ValueError"


def after_the_same(tokens):
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[..., 1:] = tokens[:, None] == tokens[:-1]
    is_after = np.tril(is_after)
    return is_after / np.maximum(is_after.sum(axis=-1, keepdims=True), 1)
