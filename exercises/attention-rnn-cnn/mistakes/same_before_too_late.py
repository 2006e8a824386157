"""What stands before it, and the token itself counts."""

import numpy as np

TASK = "after_the_same"
FAILS = "what came next"
SAYS = "itself included"


def after_the_same(tokens):
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[..., :-1] = tokens[..., :, None] == tokens[..., None, 1:]
    is_after = np.tril(is_after, -1)
    return is_after / np.maximum(is_after.sum(axis=-1, keepdims=True), 1)
