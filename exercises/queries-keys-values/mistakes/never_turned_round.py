"""The winners are marked."""

import numpy as np

TASK = "never_first"
FAILS = "a key inside the others is never first"
SAYS = "is True, but key 0 is first"


def never_first(keys):
    angles = np.linspace(0, 2 * np.pi, 3600)
    queries = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    found = (queries @ keys.T).argmax(axis=1)
    return np.isin(np.arange(len(keys)), found)
