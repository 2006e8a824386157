"""Half of all is taken for as much as the best key, a bisection between scores."""

import numpy as np

TASK = "score_for_share"
FAILS = "half of everything"
SAYS = "as the best of them"


def score_for_share(scores, temperature, share):
    low, high = scores.min() - 50, scores.max()
    for _ in range(100):
        middle = (low + high) / 2
        others = np.exp((scores - middle) / temperature).sum()
        low, high = (middle, high) if 1 / (1 + others) < share else (low, middle)
    return high
