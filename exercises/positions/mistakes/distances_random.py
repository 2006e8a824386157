"""Only the first two rows are compared."""

import numpy as np

TASK = "sees_distances_only"
FAILS = "a number added to a column changes weights"
SAYS = "one score differs"


def sees_distances_only(scores):
    leads = np.diff(scores, axis=1)
    return bool(np.allclose(leads[1, 1:], leads[0, :-1], rtol=0, atol=1e-6))
