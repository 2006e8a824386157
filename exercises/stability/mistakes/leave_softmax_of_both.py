"""The share comes from a softmax over the whole and the block."""

import numpy as np

TASK = "leave_out"
FAILS = "the context of the rest"
SAYS = "which is a part of it"


def leave_out(context, lse, block_context, block_lse):
    share = 1 / (1 + np.exp(lse - block_lse))  # (q,)
    others = context - share[:, None] * block_context  # (q, d_v)
    return {
        "context": others / (1 - share[:, None]),
        "lse": lse + np.log1p(-share),
    }
