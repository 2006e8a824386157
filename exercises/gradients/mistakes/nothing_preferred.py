"""Keys that are all the same: equal weights."""

import numpy as np

TASK = "only_values_learn"
FAILS = "ordinary weights"
SAYS = "are the same"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": rng.normal(size=(5, 3)),
        "k": np.ones((7, 3)),
        "v": np.tile([2.0, -1.0], (7, 1)),  # all the same: v - c is 0
        "pull": rng.normal(size=(5, 2)),
    }
