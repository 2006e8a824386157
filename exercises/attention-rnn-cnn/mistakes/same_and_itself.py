"""The same token and itself are looked at."""

import numpy as np

TASK = "after_the_same"
FAILS = "what came next"
SAYS = "and at itself"


def after_the_same(tokens):
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[:] = tokens[..., :, None] == tokens[..., None, :]
    is_after = np.tril(is_after)
    return is_after / np.maximum(is_after.sum(axis=-1, keepdims=True), 1)
