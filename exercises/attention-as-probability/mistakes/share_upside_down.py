"""One minus the share, over the share."""

import numpy as np

TASK = "score_for_share"
FAILS = "the new key gets its share"
SAYS = "upside down"


def free_energy(scores, temperature):
    return temperature * np.logaddexp.reduce(scores / temperature, axis=-1)


def score_for_share(scores, temperature, share):
    odds = (1 - share) / share  # of the newcomer, against all others together
    return free_energy(scores[None], temperature)[0] + temperature * np.log(odds)
