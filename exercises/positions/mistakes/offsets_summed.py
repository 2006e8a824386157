"""Differences cancel in their sum."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "scores that leave their diagonal, all or a single one"
SAYS = "in which they cancel"


def sees_offsets_only(scores):
    leads = np.diff(scores, axis=1)
    return bool(abs((leads[1:, 1:] - leads[:-1, :-1]).sum()) < 1e-6)
