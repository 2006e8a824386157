"""Only the last time counts."""

import numpy as np

TASK = "after_the_same"
FAILS = "several times, in equal shares"
SAYS = "the last time only"


def after_the_same(tokens):
    n = tokens.shape[-1]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[..., 1:] = tokens[..., :, None] == tokens[..., None, :-1]
    is_after = np.tril(is_after)
    return is_after * (np.cumsum(is_after[..., ::-1], axis=-1)[..., ::-1] == 1)
