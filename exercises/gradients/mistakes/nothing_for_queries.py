"""Keys that are all the same: queries learn nothing, and keys do."""

import numpy as np

TASK = "only_values_learn"
FAILS = "keys learn nothing"
SAYS = "the slope of a key's number"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": rng.normal(size=(5, 3)),
        "k": np.ones((7, 3)),
        "v": rng.normal(size=(7, 2)),
        "grad_context": rng.normal(size=(5, 2)),
    }
