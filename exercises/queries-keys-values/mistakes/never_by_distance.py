"""The nearest key wins, and each key is the nearest to itself."""

import numpy as np

TASK = "never_first"
FAILS = "a key inside the others is never first"
SAYS = "is False, but no query puts key 4 first"


def never_first(keys):
    apart = ((keys[:, None] - keys) ** 2).sum(axis=-1)
    return ~np.isin(np.arange(len(keys)), apart.argmin(axis=1))
