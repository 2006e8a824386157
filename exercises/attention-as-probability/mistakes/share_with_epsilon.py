"""A tiny number guards the logarithm, and hides a smaller share."""

import numpy as np

TASK = "score_for_share"
FAILS = "a very small share, and nearly everything"
SAYS = "is not"


def free_energy(scores, temperature):
    return temperature * np.logaddexp.reduce(scores / temperature, axis=-1)


def score_for_share(scores, temperature, share):
    odds = share / (1 - share)  # of the newcomer, against all others together
    return free_energy(scores[None], temperature)[0] + temperature * np.log(odds + 1e-9)
