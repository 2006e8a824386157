"""A difference below 0 is taken for none."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "scores that leave their diagonal, all or a single one"
SAYS = "without abs: what is far below"


def sees_offsets_only(scores):
    leads = np.diff(scores, axis=1)
    return bool((leads[1:, 1:] - leads[:-1, :-1] < 1e-6).all())
