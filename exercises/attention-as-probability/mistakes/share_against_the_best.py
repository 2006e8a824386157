"""The odds are against the best key, not against all."""

import numpy as np

TASK = "score_for_share"
FAILS = "the new key gets its share"
SAYS = "a single key, the best"


def score_for_share(scores, temperature, share):
    odds = share / (1 - share)  # of the newcomer, against all others together
    return scores.max() + temperature * np.log(odds)
