"""Tokens become one-hot vectors of ten features."""

import numpy as np

TASK = "after_the_same"
FAILS = "for the first time, nothing"
SAYS = "raised IndexError"


def after_the_same(tokens):
    n = tokens.shape[-1]
    one_hot = np.eye(10)[tokens]
    is_after = np.zeros((*tokens.shape, n))  # (..., n, n)
    is_after[..., 1:] = one_hot @ one_hot[..., :-1, :].swapaxes(-1, -2)
    is_after = np.tril(is_after)
    return is_after / np.maximum(is_after.sum(axis=-1, keepdims=True), 1)
