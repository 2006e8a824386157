"""The last diagonal with two leads is left out."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "scores that leave their diagonal, all or a single one"
SAYS = "row 2, column 0"


def sees_offsets_only(scores):
    n = len(scores)
    leads = np.diff(scores, axis=1)
    diagonals = [np.diagonal(leads, k) for k in range(-n + 3, n - 2)]
    return all(np.ptp(leads) < 1e-6 for leads in diagonals)
