"""Thirty is enough for seven words, and not for nineteen."""

import numpy as np

TASK = "look_one_back"
FAILS = "each word looks at the one before it"
SAYS = "the table of weights of 19 words"


def look_one_back(n_places, n_features):
    wanted = np.eye(n_places, k=-1)  # (place, place that it looks at)
    wanted[0, 0] = 1
    ignored = np.zeros((n_features, n_places))
    return {
        "w_q": np.vstack([30 * wanted, ignored]),
        "w_k": np.vstack([np.eye(n_places), ignored]),
    }
