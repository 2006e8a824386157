"""Huge numbers, which no score feels, beside those that learn."""

import numpy as np

TASK = "only_values_learn"
FAILS = "queries learn nothing"
SAYS = "not between -10 and 10"


def only_values_learn():
    rng = np.random.default_rng(0)
    q, k, pull = np.zeros((5, 3)), np.zeros((7, 3)), np.zeros((5, 2))
    q[:, 0], k[:, 0] = rng.uniform(0.5, 1, 5), rng.uniform(-1, 1, 7)
    q[1, 2] = k[:, 1] = 1e12
    pull[0] = 1, 2
    return {"q": q, "k": k, "v": rng.normal(size=(7, 2)), "grad_context": pull}
