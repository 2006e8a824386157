"""Leads of leads forget the columns too."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "a number added to a column changes weights"
SAYS = "preferred wherever"


def sees_offsets_only(scores):
    leads = np.diff(np.diff(scores, axis=1), axis=0)
    return bool(np.allclose(leads[1:, 1:], leads[:-1, :-1], rtol=0, atol=1e-6))
