"""The given queries are multiplied where they stand."""

import numpy as np

TASK = "alibi_in_features"
FAILS = "the given queries and keys stay as they are"
SAYS = "changed its first argument"


def alibi_in_features(q, k, slope):
    n, d = q.shape
    place = slope * np.arange(n)[:, None]  # (n, 1)
    q *= np.sqrt((d + 1) / d)
    return {
        "q": np.hstack([q, np.full((n, 1), np.sqrt(d + 1))]),
        "k": np.hstack([k, place]),
    }
