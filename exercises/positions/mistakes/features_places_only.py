"""The root is undone for the places only."""

import numpy as np

TASK = "alibi_in_features"
FAILS = "words alone: a step costs nothing"
SAYS = "words divided"


def alibi_in_features(q, k, slope):
    n, d = q.shape
    place = slope * np.arange(n)[:, None]  # (n, 1)
    return {
        "q": np.hstack([q, np.full((n, 1), np.sqrt(d + 1))]),
        "k": np.hstack([k, place]),
    }
