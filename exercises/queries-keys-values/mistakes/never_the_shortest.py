"""The shortest key is taken for the one that nobody finds."""

import numpy as np

TASK = "never_first"
FAILS = "a short key may be a corner"
SAYS = "is True, but key 2 is first"


def never_first(keys):
    lengths = np.linalg.norm(keys, axis=1)
    return lengths == lengths.min()
