"""The power is given back, not the score."""

import numpy as np

TASK = "score_for_share"
FAILS = "the new key gets its share"
SAYS = "which score has it"


def score_for_share(scores, temperature, share):
    total = np.exp(scores / temperature).sum()
    return total * share / (1 - share)
