"""The odds are not scaled by T."""

import numpy as np

TASK = "score_for_share"
FAILS = "the new key gets its share"
SAYS = "missing from the odds"


def free_energy(scores, temperature):
    return temperature * np.logaddexp.reduce(scores / temperature, axis=-1)


def score_for_share(scores, temperature, share):
    odds = share / (1 - share)  # of the newcomer, against all others together
    return free_energy(scores[None], temperature)[0] + np.log(odds)
