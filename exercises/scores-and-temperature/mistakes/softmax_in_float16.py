"""Seventy thousand ones add up to infinity in float16."""

import numpy as np

TASK = "stable_softmax"
FAILS = "whole numbers and float16 are welcome"
SAYS = "too large for float16"


def stable_softmax(scores, axis=-1):
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)
