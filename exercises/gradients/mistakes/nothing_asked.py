"""Zero queries and keys: the chapter's way, which is not allowed here."""

import numpy as np

TASK = "only_values_learn"
FAILS = "four arrays as asked for, and values that learn"
SAYS = "q is zero everywhere"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": np.zeros((5, 3)),
        "k": np.zeros((7, 3)),
        "v": rng.normal(size=(7, 2)),
        "grad_context": rng.normal(size=(5, 2)),
    }
