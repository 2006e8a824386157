"""As many keys as features are taken for independent of each other."""

import numpy as np

TASK = "query_for"
FAILS = "two keys"
SAYS = "raised LinAlgError"


def query_for(keys, weights):
    if len(keys) == keys.shape[1]:
        return np.linalg.solve(keys, np.log(weights))
    leads = np.log(weights[1:] / weights[0])
    return np.linalg.lstsq(keys[1:] - keys[0], leads, rcond=None)[0]
