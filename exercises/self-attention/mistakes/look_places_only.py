"""No rows for the features."""

import numpy as np

TASK = "look_one_back"
FAILS = "both matrices take a whole word"
SAYS = "not (5, d_k)"


def look_one_back(n_places, n_features):
    wanted = np.eye(n_places, k=-1)  # (place, place that it looks at)
    wanted[0, 0] = 1
    sharp = 20 * np.sqrt(n_places)  # d_k is n_places, and divides it again
    return {
        "w_q": sharp * wanted,
        "w_k": np.eye(n_places),
    }
