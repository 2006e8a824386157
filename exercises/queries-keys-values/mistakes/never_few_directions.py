"""A hundred and twenty directions, three degrees apart, are too few."""

import numpy as np

TASK = "never_first"
FAILS = "a key that wins within a small angle is found"
SAYS = "is True, but key"


def never_first(keys):
    angles = np.arange(120) * np.pi / 60
    queries = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    found = (queries @ keys.T).argmax(axis=1)
    return ~np.isin(np.arange(len(keys)), found)
