"""Queries get their place too, which makes a product of places."""

import numpy as np

TASK = "alibi_in_features"
FAILS = "places alone: all words are zero"
SAYS = "is off"


def alibi_in_features(q, k, slope):
    n, d = q.shape
    place = slope * np.arange(n)[:, None]  # (n, 1)
    return {
        "q": np.hstack([q / np.sqrt(d), np.arange(n)[:, None]]) * np.sqrt(d + 1),
        "k": np.hstack([k, place]),
    }
