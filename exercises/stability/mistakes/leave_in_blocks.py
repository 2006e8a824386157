"""The whole is measured in blocks, which may be next to nothing."""

import numpy as np

TASK = "leave_out"
FAILS = "large scores"
SAYS = "NaN or infinite"


def leave_out(context, lse, block_context, block_lse):
    ahead = np.expm1(lse - block_lse)[:, None]  # what the rest is, in blocks
    rest = ((ahead + 1) * context - block_context) / ahead
    return {"context": rest, "lse": block_lse + np.log(ahead[:, 0])}
