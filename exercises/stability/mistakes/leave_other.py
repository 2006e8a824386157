"""The share of the rest is taken for the block's."""

import numpy as np

TASK = "leave_out"
FAILS = "the context of the rest"
SAYS = "the block left in"


def leave_out(context, lse, block_context, block_lse):
    share = 1 - np.exp(block_lse - lse)  # (q,), the weight of the block
    others = context - share[:, None] * block_context  # (q, d_v)
    return {
        "context": others / (1 - share[:, None]),
        "lse": lse + np.log(share),
    }
