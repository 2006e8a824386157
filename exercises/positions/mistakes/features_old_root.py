"""The root of d instead of d + 1."""

import numpy as np

TASK = "alibi_in_features"
FAILS = "places alone: all words are zero"
SAYS = "the root of d, where"


def alibi_in_features(q, k, slope):
    n, d = q.shape
    place = slope * np.arange(n)[:, None]  # (n, 1)
    return {
        "q": np.hstack([q * np.sqrt((d + 1) / d), np.full((n, 1), np.sqrt(d))]),
        "k": np.hstack([k, place]),
    }
