"""Only the first two rows are compared."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "scores that leave their diagonal, all or a single one"
SAYS = "row 1, column 0"


def sees_offsets_only(scores):
    leads = np.diff(scores, axis=1)
    return bool(np.allclose(leads[1, 1:], leads[0, :-1], rtol=0, atol=1e-6))
