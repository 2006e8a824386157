"""Each key is tried for the query that lies on it, and no other."""

import numpy as np

TASK = "never_first"
FAILS = "a key may be first in other directions than its own"
SAYS = "is True, but key 3 is first for the query (-0.7"


def never_first(keys):
    return (keys @ keys.T).argmax(axis=1) != np.arange(len(keys))
