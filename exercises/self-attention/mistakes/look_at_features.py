"""Features meet ones, and have a say."""

import numpy as np

TASK = "look_one_back"
FAILS = "what the words are does not matter"
SAYS = "features change how word 0 looks"


def look_one_back(n_places, n_features):
    wanted = np.eye(n_places, k=-1)  # (place, place that it looks at)
    wanted[0, 0] = 1
    sharp = 20 * np.sqrt(n_places)  # d_k is n_places, and divides it again
    ignored = np.ones((n_features, n_places))
    return {
        "w_q": np.vstack([sharp * wanted, ignored]),
        "w_k": np.vstack([np.eye(n_places), ignored]),
    }
