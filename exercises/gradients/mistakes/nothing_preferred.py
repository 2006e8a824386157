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
        "v": [1.0, 3.0] + np.arange(7)[:, None] * [2.0, -1.0],  # on a line
        "grad_context": rng.normal(size=(5, 1)) * [1.0, 2.0],  # across it
    }
