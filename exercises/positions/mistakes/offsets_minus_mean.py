"""The mean of a row is not what its offset added."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "constant diagonals, and none"
SAYS = "minus the mean of their row"


def sees_offsets_only(scores):
    left = scores - scores.mean(axis=1, keepdims=True)
    return bool(np.allclose(left[1:, 1:], left[:-1, :-1], rtol=0, atol=1e-6))
