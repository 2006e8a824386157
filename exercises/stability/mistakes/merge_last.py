"""The last machine's highest score is kept."""

import numpy as np

TASK = "merge_parts"
FAILS = "the highest score of all"
SAYS = "that of the last machine"


def merge_parts(highest, total, mixture):
    top = highest.max(axis=0)  # (q,)
    unit = np.where(top == -np.inf, 0, top)  # (q,)
    factor = np.exp(highest - unit)  # (p, q), from each unit to the common one
    return {
        "highest": highest[-1],
        "total": (factor * total).sum(axis=0),
        "mixture": (factor[..., None] * mixture).sum(axis=0),
    }
