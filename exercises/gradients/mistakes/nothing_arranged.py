"""Random arrays, where everybody learns."""

import numpy as np

TASK = "only_values_learn"
FAILS = "queries learn nothing"
SAYS = "the slope of a query's number"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": rng.normal(size=(5, 3)),
        "k": rng.normal(size=(7, 3)),
        "v": rng.normal(size=(7, 2)),
        "grad_context": rng.normal(size=(5, 2)),
    }
