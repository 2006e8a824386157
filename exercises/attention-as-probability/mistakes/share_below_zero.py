"""Powers may not be too large; that they may be too small is forgotten."""

import numpy as np

TASK = "score_for_share"
FAILS = "large scores, in the cold"
SAYS = "np.array([-1000, -1001]), 1, 0.25) is not"


def score_for_share(scores, temperature, share):
    scaled = scores / temperature
    highest = max(scaled.max(), 0)
    total = np.exp(scaled - highest).sum()
    return temperature * (highest + np.log(total) + np.log(share / (1 - share)))
