"""A token that may occur stands for: nothing before the first."""

import numpy as np

TASK = "after_the_same"
FAILS = "for the first time, nothing"
SAYS = "array([99])"


def after_the_same(tokens):
    before = np.full_like(tokens, 99)
    before[..., 1:] = tokens[..., :-1]
    is_after = np.tril(tokens[..., :, None] == before[..., None, :])
    return is_after / np.maximum(is_after.sum(axis=-1, keepdims=True), 1)
