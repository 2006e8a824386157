"""The unit of a query that nobody saw is handed in as its highest score."""

import numpy as np

TASK = "merge_parts"
FAILS = "a machine that saw nothing"
SAYS = "has 0 for a query that no machine saw, not -inf"


def merge_parts(highest, total, mixture):
    top = highest.max(axis=0)  # (q,)
    top = np.where(np.isneginf(top), 0, top)  # (q,)
    factor = np.exp(highest - top)  # (p, q), from each unit to the common one
    return {
        "highest": top,
        "total": (factor * total).sum(axis=0),
        "mixture": (factor[..., None] * mixture).sum(axis=0),
    }
