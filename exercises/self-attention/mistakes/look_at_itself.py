"""Two identities: the own score is the highest."""

import numpy as np

TASK = "look_one_back"
FAILS = "each word looks at the one before it"
SAYS = "each word looking at itself"


def look_one_back(n_places, n_features):
    wanted = np.eye(n_places)  # (place, place that it looks at)
    wanted[0, 0] = 1
    sharp = 20 * np.sqrt(n_places)  # d_k is n_places, and divides it again
    ignored = np.zeros((n_features, n_places))
    return {
        "w_q": np.vstack([sharp * wanted, ignored]),
        "w_k": np.vstack([np.eye(n_places), ignored]),
    }
