"""All values in one place: the answer of the chapter's question."""

import numpy as np

TASK = "only_values_learn"
FAILS = "four arrays as asked for, and values that learn"
SAYS = "lie in the same place"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": rng.normal(size=(5, 3)),
        "k": rng.normal(size=(7, 3)),
        "v": np.tile([2.0, -1.0], (7, 1)),  # v - c is 0
        "grad_context": rng.normal(size=(5, 2)),
    }
