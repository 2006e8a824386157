"""All -inf is replaced by the lowest number."""

import numpy as np

TASK = "merge_parts"
FAILS = "a machine that saw nothing"
SAYS = "has -1.798e+308 for a query"


def merge_parts(highest, total, mixture):
    highest = np.nan_to_num(highest)
    top = highest.max(axis=0)  # (q,)
    factor = np.exp(highest - top)  # (p, q), from each unit to the common one
    return {
        "highest": top,
        "total": (factor * total).sum(axis=0),
        "mixture": (factor[..., None] * mixture).sum(axis=0),
    }
