"""A difference of a thousandth is let through."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "what is rounded, and what is small"
SAYS = "a thousandth"


def sees_offsets_only(scores):
    leads = np.diff(scores, axis=1)  # (n, n - 1), over the key before
    return bool(np.allclose(leads[1:, 1:], leads[:-1, :-1], rtol=0, atol=1e-1))
