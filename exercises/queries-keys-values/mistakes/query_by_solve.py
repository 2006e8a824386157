"""np.linalg.solve wants as many keys as features."""

import numpy as np

TASK = "query_for"
FAILS = "fewer keys than features"
SAYS = "raised LinAlgError"


def query_for(keys, weights):
    return np.linalg.solve(keys, np.log(weights))
