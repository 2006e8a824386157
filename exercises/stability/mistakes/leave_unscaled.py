"""The rest is not scaled up."""

import numpy as np

TASK = "leave_out"
FAILS = "the context of the rest"
SAYS = "not scaled up"


def leave_out(context, lse, block_context, block_lse):
    share = np.exp(block_lse - lse)  # (q,), the weight of the block
    others = context - share[:, None] * block_context  # (q, d_v)
    return {
        "context": others,
        "lse": lse + np.log1p(-share),
    }
