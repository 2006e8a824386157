"""The sum of powers is computed as it stands."""

import numpy as np

TASK = "score_for_share"
FAILS = "large scores, in the cold"
SAYS = "is not inf"


def score_for_share(scores, temperature, share):
    total = np.exp(scores / temperature).sum()
    return temperature * np.log(total * share / (1 - share))
