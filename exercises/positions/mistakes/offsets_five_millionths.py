"""A hundred-thousandth is let through."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "what is rounded, and what is small"
SAYS = "five millionths"


def sees_offsets_only(scores):
    leads = np.diff(scores, axis=1)
    return bool(np.allclose(leads[1:, 1:], leads[:-1, :-1], rtol=0, atol=1e-5))
