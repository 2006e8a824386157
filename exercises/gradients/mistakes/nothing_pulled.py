"""Without a gradient nobody learns, the values neither."""

import numpy as np

TASK = "only_values_learn"
FAILS = "four arrays as asked for, and values that learn"
SAYS = "grad_context is zero everywhere"


def only_values_learn():
    rng = np.random.default_rng(0)
    return {
        "q": rng.normal(size=(5, 3)),
        "k": rng.normal(size=(7, 3)),
        "v": [1.0, 3.0] + np.arange(7)[:, None] * [2.0, -1.0],  # on a line
        "grad_context": np.zeros((5, 2)),
    }
