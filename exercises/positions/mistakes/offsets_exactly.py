"""Rounding is taken for a difference."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "what is rounded, and what is small"
SAYS = "up to rounding"


def sees_offsets_only(scores):
    leads = np.diff(scores, axis=1)  # (n, n - 1), over the key before
    return bool((leads[1:, 1:] == leads[:-1, :-1]).all())
