"""The block's context is subtracted."""

import numpy as np

TASK = "leave_out"
FAILS = "the context of the rest"
SAYS = "whatever its share"


def leave_out(context, lse, block_context, block_lse):
    share = np.exp(block_lse - lse)  # (q,), the weight of the block
    return {
        "context": context - block_context,
        "lse": lse + np.log1p(-share),
    }
