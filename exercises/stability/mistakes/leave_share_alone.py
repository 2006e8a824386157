"""The whole's log-sum-exp is forgotten."""

import numpy as np

TASK = "leave_out"
FAILS = "what the rest is worth"
SAYS = "of which sum"


def leave_out(context, lse, block_context, block_lse):
    share = np.exp(block_lse - lse)  # (q,), the weight of the block
    others = context - share[:, None] * block_context  # (q, d_v)
    return {
        "context": others / (1 - share[:, None]),
        "lse": np.log1p(-share),
    }
