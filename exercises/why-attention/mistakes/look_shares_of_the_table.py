"""One sum for the whole table: the more words ask, the smaller each mixture."""

import numpy as np

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "over the whole table"


def look_back(asking, states):
    powers = np.exp(asking @ states.T)
    return powers / powers.sum() @ states
