"""Everything is measured by the first machine."""

import numpy as np

TASK = "merge_parts"
FAILS = "the sums, in one unit"
SAYS = "the unit of the first machine"


def merge_parts(highest, total, mixture):
    top = highest.max(axis=0)  # (q,)
    factor = np.exp(highest - highest[0])  # (p, q)
    return {
        "highest": top,
        "total": (factor * total).sum(axis=0),
        "mixture": (factor[..., None] * mixture).sum(axis=0),
    }
