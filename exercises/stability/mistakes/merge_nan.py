"""-inf minus -inf where nobody saw anything."""

import numpy as np

TASK = "merge_parts"
FAILS = "a machine that saw nothing"
SAYS = "has nan for a query that no machine saw"


def merge_parts(highest, total, mixture):
    top = highest.max(axis=0)  # (q,)
    unit = top  # (q,)
    factor = np.exp(highest - unit)  # (p, q), from each unit to the common one
    return {
        "highest": top,
        "total": (factor * total).sum(axis=0),
        "mixture": (factor[..., None] * mixture).sum(axis=0),
    }
