"""Two keys span no shape, so neither is taken for a corner."""

import numpy as np

TASK = "never_first"
FAILS = "a short key may be a corner"
SAYS = "[0] is True, but key 0 is first for the query (-0.89, -0.45)"


def never_first(keys):
    if len(keys) < 3:
        return np.ones(len(keys), dtype=bool)
    angles = np.linspace(0, 2 * np.pi, 3600)
    queries = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    found = (queries @ keys.T).argmax(axis=1)
    return ~np.isin(np.arange(len(keys)), found)
