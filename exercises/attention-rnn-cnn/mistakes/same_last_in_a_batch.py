"""Several sequences, and the last time only, by a loop."""

import numpy as np

TASK = "after_the_same"
FAILS = "several sequences at once"
SAYS = "the last time only"


def after_the_same(tokens):
    if tokens.ndim == 2:
        return np.stack([after_the_same(row) for row in tokens])
    weights = np.zeros((len(tokens), len(tokens)))
    for i in range(len(tokens)):
        places = [j + 1 for j in range(i) if tokens[j] == tokens[i]]
        weights[i, places[-1:]] = 1
    return weights
