"""The log-sum-exp is handed in as the highest score."""

import numpy as np

TASK = "merge_parts"
FAILS = "the highest score of all"
SAYS = "the log-sum-exp of all"


def merge_parts(highest, total, mixture):
    top = highest.max(axis=0)  # (q,)
    unit = np.where(top == -np.inf, 0, top)  # (q,)
    factor = np.exp(highest - unit)  # (p, q), from each unit to the common one
    sums = (factor * total).sum(axis=0)
    mixed = (factor[..., None] * mixture).sum(axis=0)
    return {"highest": top + np.log(sums), "total": sums, "mixture": mixed}
