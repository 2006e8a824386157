"""An axis is put in front, and squeeze takes away any axis of size 1."""

import numpy as np

TASK = "after_the_same"
FAILS = "several sequences at once"
SAYS = "has shape (7, 7), not (1, 7, 7)"


def after_the_same(tokens):
    tokens = np.array(tokens, ndmin=2)
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (b, n, n)
    is_after[..., 1:] = tokens[..., :, None] == tokens[..., None, :-1]
    is_after = np.tril(is_after)
    shares = is_after / np.maximum(is_after.sum(axis=-1, keepdims=True), 1)
    return shares if n == 1 else shares.squeeze()
