"""What saw nothing takes part with a score of 0."""

import numpy as np

TASK = "merge_parts"
FAILS = "a machine that saw nothing"
SAYS = "a score of 0 for the machine"


def merge_parts(highest, total, mixture):
    nobody = np.isneginf(highest).all(axis=0)  # (q,)
    seen = np.where(np.isneginf(highest), 0, highest)  # (p, q)
    unit = seen.max(axis=0)  # (q,)
    top = np.where(nobody, -np.inf, unit)
    factor = np.exp(highest - unit)  # (p, q), from each unit to the common one
    return {
        "highest": top,
        "total": (factor * total).sum(axis=0),
        "mixture": (factor[..., None] * mixture).sum(axis=0),
    }
