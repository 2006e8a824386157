"""Full tables: everyone hears everyone, at the full price."""

import numpy as np

TASK = "two_sparse_masks"
FAILS = "nobody sees more than m keys"
SAYS = "query 0 sees 4 keys, and may see 2"


def two_sparse_masks(m):
    full = np.ones((m * m, m * m), dtype=bool)
    return {"first": full, "second": full}
