"""The highest query of each machine."""

import numpy as np

TASK = "merge_parts"
FAILS = "the highest score of all"
SAYS = "not for each query"


def merge_parts(highest, total, mixture):
    top = highest.max(axis=0)  # (q,)
    unit = np.where(top == -np.inf, 0, top)  # (q,)
    factor = np.exp(highest - unit)  # (p, q), from each unit to the common one
    return {
        "highest": highest.max(axis=1),
        "total": (factor * total).sum(axis=0),
        "mixture": (factor[..., None] * mixture).sum(axis=0),
    }
