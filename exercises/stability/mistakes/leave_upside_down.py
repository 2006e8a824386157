"""The share the wrong way round."""

import numpy as np

TASK = "leave_out"
FAILS = "the context of the rest"
SAYS = "the wrong way round"


def leave_out(context, lse, block_context, block_lse):
    share = np.exp(lse - block_lse)  # (q,), the weight of the block
    others = context - share[:, None] * block_context  # (q, d_v)
    return {
        "context": others / (1 - share[:, None]),
        "lse": lse + np.log1p(-1 / share),
    }
