"""Logarithms of weights, which may be 0."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "constant diagonals, and none"
SAYS = "weights are rounded to 0"


def sees_offsets_only(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    leads = np.diff(np.log(powers / powers.sum(axis=1, keepdims=True)), axis=1)
    return bool((np.abs(leads[1:, 1:] - leads[:-1, :-1]) < 1e-6).all())
