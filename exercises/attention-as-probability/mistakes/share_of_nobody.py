"""The keys that are there are left out."""

import numpy as np

TASK = "score_for_share"
FAILS = "the new key gets its share"
SAYS = "leaves out the keys"


def score_for_share(scores, temperature, share):
    odds = share / (1 - share)  # of the newcomer, against all others together
    return temperature * np.log(odds)
