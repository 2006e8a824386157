"""Two causal windows reach a little farther than one."""

import numpy as np

TASK = "two_sparse_masks"
FAILS = "everyone has heard everyone"
SAYS = "token 0 has not heard token 3"


def two_sparse_masks(m):
    i = np.arange(m * m)
    ahead = i - i[:, None]
    window = (ahead >= 0) & (ahead < m)
    return {"first": window, "second": window}
