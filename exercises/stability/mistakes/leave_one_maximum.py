"""One unit for all queries."""

import numpy as np

TASK = "leave_out"
FAILS = "large scores"
SAYS = "NaN or infinite"


def leave_out(context, lse, block_context, block_lse):
    whole, block = np.exp(lse - lse.max()), np.exp(block_lse - lse.max())
    rest = (whole - block)[:, None]
    mixed = whole[:, None] * context - block[:, None] * block_context
    return {"context": mixed / rest, "lse": lse.max() + np.log(rest[:, 0])}
