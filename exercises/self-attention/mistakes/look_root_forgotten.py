"""Scores of 9 and 0 are enough, but the root of d_k divides them."""

import numpy as np

TASK = "look_one_back"
FAILS = "each word looks at the one before it"
SAYS = "with as little as 0.833 of the weight: the scores are too close"


def look_one_back(n_places, n_features):
    wanted = np.eye(n_places, k=-1)  # (place, place that it looks at)
    wanted[0, 0] = 1
    ignored = np.zeros((n_features, n_places))
    return {
        "w_q": np.vstack([9 * wanted, ignored]),
        "w_k": np.vstack([np.eye(n_places), ignored]),
    }
