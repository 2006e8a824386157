"""Keys that are shorter than most are taken for those inside."""

import numpy as np

TASK = "never_first"
FAILS = "a long key may be inside"
SAYS = "is True, but key 2 is first"


def never_first(keys):
    lengths = np.linalg.norm(keys, axis=1)
    return lengths < lengths.mean()
