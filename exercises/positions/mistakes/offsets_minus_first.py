"""The first score of each row has another offset."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "constant diagonals, and none"
SAYS = "minus the first of their row"


def sees_offsets_only(scores):
    left = scores - scores[:, :1]
    return bool(np.allclose(left[1:, 1:], left[:-1, :-1], rtol=0, atol=1e-6))
