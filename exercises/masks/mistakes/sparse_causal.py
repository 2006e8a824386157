"""The masks are made causal out of habit."""

import numpy as np

TASK = "two_sparse_masks"
FAILS = "everyone has heard everyone"
SAYS = "token 0 has not heard token 1, and"


def two_sparse_masks(m):
    house, door = np.divmod(np.arange(m * m), m)
    first, second = house[:, None] == house, door[:, None] == door
    return {"first": np.tril(first), "second": np.tril(second)}
