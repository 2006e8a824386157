"""Without a pull nobody learns, the values neither."""

import numpy as np

TASK = "only_values_learn"
FAILS = "four arrays, and values that learn"
SAYS = "pull is zero everywhere"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": rng.normal(size=(5, 3)),
        "k": rng.normal(size=(7, 3)),
        "v": np.tile([2.0, -1.0], (7, 1)),  # all the same: v - c is 0
        "pull": np.zeros((5, 2)),
    }
