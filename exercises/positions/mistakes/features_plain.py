"""Nothing is done about the root."""

import numpy as np

TASK = "alibi_in_features"
FAILS = "words and places"
SAYS = "words and places both divided"


def alibi_in_features(q, k, slope):
    n = len(q)
    place = slope * np.arange(n)[:, None]  # (n, 1)
    return {
        "q": np.hstack([q, np.ones((n, 1))]),
        "k": np.hstack([k, place]),
    }
