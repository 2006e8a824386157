"""A share of the sum as it was, before the newcomer."""

import numpy as np

TASK = "score_for_share"
FAILS = "the new key gets its share"
SAYS = "makes the sum larger"


def free_energy(scores, temperature):
    return temperature * np.logaddexp.reduce(scores / temperature, axis=-1)


def score_for_share(scores, temperature, share):
    odds = share  # of the newcomer, against all others together
    return free_energy(scores[None], temperature)[0] + temperature * np.log(odds)
