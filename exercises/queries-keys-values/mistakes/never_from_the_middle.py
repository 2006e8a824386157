"""Queries along each key, from 0 and from the mean, and eight others."""

import numpy as np

TASK = "never_first"
FAILS = "a key that wins within a small angle is found"
SAYS = "is True, but key"


def never_first(keys):
    angles = np.arange(8) * np.pi / 4
    others = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    queries = np.vstack([keys, -keys, keys - keys.mean(axis=0), others])
    found = (queries @ keys.T).argmax(axis=1)
    return ~np.isin(np.arange(len(keys)), found)
