"""Queries and keys of different lengths."""

import numpy as np

TASK = "look_one_back"
FAILS = "both matrices take a whole word"
SAYS = "different d_k"


def look_one_back(n_places, n_features):
    wanted = np.eye(n_places, k=-1)  # (place, place that it looks at)
    wanted[0, 0] = 1
    sharp = 20 * np.sqrt(n_places)  # d_k is n_places, and divides it again
    ignored = np.zeros((n_features, n_places))
    return {
        "w_q": np.vstack([sharp * wanted, ignored]),
        "w_k": np.eye(n_places + n_features),
    }
