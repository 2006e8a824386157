"""All rows must be the same."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "constant diagonals, and none"
SAYS = "diagonals are constant"


def sees_offsets_only(scores):
    leads = np.diff(scores, axis=1)
    return bool(np.allclose(leads, leads[0], rtol=0, atol=1e-6))
