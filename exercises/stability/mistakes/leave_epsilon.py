"""A small number under the fraction."""

import numpy as np

TASK = "leave_out"
FAILS = "a block that had nearly all the weight"
SAYS = "is off by up to"


def leave_out(context, lse, block_context, block_lse):
    share = np.exp(block_lse - lse)  # (q,), the weight of the block
    others = context - share[:, None] * block_context  # (q, d_v)
    return {
        "context": others / (1 - share[:, None] + 1e-9),
        "lse": lse + np.log1p(-share),
    }
