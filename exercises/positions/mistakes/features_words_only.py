"""The root is undone for the words only."""

import numpy as np

TASK = "alibi_in_features"
FAILS = "places alone: all words are zero"
SAYS = "places divided"


def alibi_in_features(q, k, slope):
    n, d = q.shape
    place = slope * np.arange(n)[:, None]  # (n, 1)
    return {
        "q": np.hstack([q * np.sqrt((d + 1) / d), np.ones((n, 1))]),
        "k": np.hstack([k, place]),
    }
