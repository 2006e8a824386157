"""Queries with positive numbers only."""

import numpy as np

TASK = "never_first"
FAILS = "a key inside the others is never first"
SAYS = "is True, but key 2 is first"


def never_first(keys):
    angles = np.linspace(0, np.pi / 2, 3600)
    queries = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    found = (queries @ keys.T).argmax(axis=1)
    return ~np.isin(np.arange(len(keys)), found)
