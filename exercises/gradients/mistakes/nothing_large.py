"""Values so small that every slope looks like zero."""

import numpy as np

TASK = "only_values_learn"
FAILS = "queries learn nothing"
SAYS = "the slope of a query's number"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": 0.5 * rng.normal(size=(5, 3)),
        "k": rng.normal(size=(7, 3)),
        "v": 1e-9 * rng.normal(size=(7, 2)),
        "grad_context": rng.normal(size=(5, 2)),
    }
