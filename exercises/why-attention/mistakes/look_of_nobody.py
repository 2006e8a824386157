"""All states count alike: nobody is asked."""

import numpy as np

TASK = "look_back"
FAILS = "what suits equally well is mixed in equal parts, what suits better has more"
SAYS = "the plain mean of all states"


def look_back(asking, states):
    return np.tile(states.mean(axis=0), (len(asking), 1))
