"""Sums of powers are computed as they are."""

import numpy as np

TASK = "leave_out"
FAILS = "large scores"
SAYS = "NaN or infinite"


def leave_out(context, lse, block_context, block_lse):
    whole, block = np.exp(lse), np.exp(block_lse)
    rest = (whole - block)[:, None]
    mixed = whole[:, None] * context - block[:, None] * block_context
    return {"context": mixed / rest, "lse": np.log(rest[:, 0])}
